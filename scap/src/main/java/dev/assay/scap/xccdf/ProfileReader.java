package dev.assay.scap.xccdf;

import dev.assay.scap.xccdf.Profile.Setting;
import dev.assay.scap.xml.Element;
import java.util.ArrayList;
import java.util.List;

/// Reads the profiles of a benchmark or of a tailoring.
public final class ProfileReader {
  private ProfileReader() {}

  /// Reads the element `Profile`.
  public static Profile read(Element element) {
    List<Setting> settings = new ArrayList<>();
    for (Element child : element.children()) {
      switch (child.name()) {
        case "select" ->
            settings.add(new Setting.Select(child.required("idref"), child.flag("selected", true)));
        case "set-value" ->
            settings.add(new Setting.SetValue(child.required("idref"), List.of(child.text())));
        case "set-complex-value" ->
            settings.add(
                new Setting.SetValue(
                    child.required("idref"),
                    child.all("item").stream().map(Element::text).toList()));
        case "refine-value" ->
            settings.add(
                new Setting.RefineValue(child.required("idref"), child.attribute("selector", "")));
        case "refine-rule" ->
            settings.add(
                new Setting.RefineRule(
                    child.required("idref"),
                    child.attribute("severity", ""),
                    child.attribute("role", ""),
                    child.attribute("selector", ""),
                    child.attribute("weight", "")));
        default -> {
          // Titles and remarks.
        }
      }
    }
    return new Profile(
        element.required("id"),
        element.textOf("title"),
        element.attribute("extends", ""),
        settings);
  }
}
