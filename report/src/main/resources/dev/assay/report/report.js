
"use strict";
// Sorts and filters the rows of each list of findings. The page is complete without it.
for (const list of document.querySelectorAll(".findings:not(.suppressed)")) {
  const rows = [...list.querySelectorAll(":scope > .finding")];
  const controls = list.querySelector(".controls");
  const [search, fixable, exploited] = controls.querySelectorAll("input");
  const least = controls.querySelector("select");
  const shown = controls.querySelector("output");
  const texts = new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));

  const filter = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const row of rows) {
      const fits =
        Number(row.dataset.severity) >= Number(least.value) &&
        (!fixable.checked || row.dataset.fix === "1") &&
        (!exploited.checked || row.dataset.exploited === "1") &&
        words.every((word) => texts.get(row).includes(word));
      row.hidden = !fits;
      count += fits ? 1 : 0;
    }
    shown.value = count === rows.length ? "" : count + " of " + rows.length + " shown";
  };

  const numeric = new Set(["severity", "fix", "cvss", "epss"]);
  const number = (row, key) => (row.dataset[key] === "" ? -1 : Number(row.dataset[key]));
  const compare = (key) => (a, b) =>
    numeric.has(key)
      ? number(b, key) - number(a, key)
      : a.dataset[key].localeCompare(b.dataset[key], "en", { numeric: true });

  const sort = (button) => {
    const again = button.getAttribute("aria-pressed") === "true";
    const backwards = again && button.dataset.backwards !== "1";
    for (const other of list.querySelectorAll(".headings button")) {
      other.setAttribute("aria-pressed", "false");
      other.dataset.backwards = "0";
    }
    button.setAttribute("aria-pressed", "true");
    button.dataset.backwards = backwards ? "1" : "0";
    const sorted = [...rows].sort(compare(button.dataset.key));
    list.append(...(backwards ? sorted.reverse() : sorted));
  };

  for (const heading of list.querySelectorAll("[data-sort]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.key = heading.dataset.sort;
    button.textContent = heading.textContent;
    button.addEventListener("click", () => sort(button));
    heading.replaceChildren(button);
  }
  controls.addEventListener("input", filter);
  controls.hidden = false;
}
