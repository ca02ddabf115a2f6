package dev.assay.scap.xccdf;

import dev.assay.scap.xml.Element;
import java.util.ArrayList;
import java.util.List;

/// Products by their CPE names, each with the definition that tells whether it is there.
public record CpeDictionary(List<Product> products) {
  /// One product.
  ///
  /// @param href the document of the definition
  public record Product(String name, String href, String definition) {
    /// Whether a name means this product: it is equal or names it less exactly.
    public boolean isMeantBy(String cpe) {
      return name.equals(cpe) || name.startsWith(cpe + ":");
    }
  }

  public CpeDictionary {
    products = List.copyOf(products);
  }

  /// A dictionary without products.
  public static CpeDictionary empty() {
    return new CpeDictionary(List.of());
  }

  /// This dictionary and the products of a `cpe-list`.
  public CpeDictionary with(Element list) {
    List<Product> all = new ArrayList<>(products);
    for (Element item : list.all("cpe-item")) {
      for (Element check : item.all("check")) {
        all.add(
            new Product(item.required("name"), check.attribute("href", ""), check.text().strip()));
      }
    }
    return new CpeDictionary(all);
  }
}
