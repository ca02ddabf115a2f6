package dev.assay.store.finding;

import dev.assay.assessment.query.Criterion;
import dev.assay.assessment.query.TextFacet;
import dev.assay.assessment.resource.Resource;
import dev.assay.assessment.suppression.FindingFilter;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.store.sql.SqlCondition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Brings the status of open findings in line with a tenant's suppression filters. A filter's own
/// criterion on the status is passed over: what it hides would no longer match it.
final class Suppression {
  private final Handle handle;
  private final Tenant tenant;
  private final List<FindingFilter> filters;
  private final Instant now;

  /// @param filters the tenant's filters, also those that suppress nothing
  Suppression(Handle handle, Tenant tenant, List<FindingFilter> filters, Instant now) {
    this.handle = handle;
    this.tenant = tenant;
    this.filters =
        filters.stream()
            .filter(filter -> filter.action() == FindingFilter.Action.SUPPRESS)
            .toList();
    this.now = now;
  }

  void ofAll() {
    change("ACTIVE", "SUPPRESSED", Optional.empty());
    change("SUPPRESSED", "ACTIVE", Optional.empty());
  }

  /// Only of one resource's findings.
  void of(Resource resource) {
    change("ACTIVE", "SUPPRESSED", Optional.of(resource));
    change("SUPPRESSED", "ACTIVE", Optional.of(resource));
  }

  private void change(String from, String to, Optional<Resource> only) {
    boolean hides = to.equals("SUPPRESSED");
    if (hides && filters.isEmpty()) {
      return;
    }
    SqlCondition sql = new SqlCondition();
    sql.append("update finding f set status = ").value(to);
    sql.append(", updated_at = ").value(now);
    sql.append(" from resource r where r.number = f.resource and f.status = ").value(from);
    within(sql, only);
    sql.append(hides ? " and (false" : " and not (false");
    for (FindingFilter filter : filters) {
      sql.append(" or ");
      new CriteriaSql(sql).all(withoutStatus(filter.criteria()));
    }
    sql.append(")");
    sql.bind(handle.createUpdate(sql.sql())).execute();
  }

  /// A resource is of one tenant, so nothing is said of that: it would tempt to look through all of
  /// the tenant's findings.
  private void within(SqlCondition sql, Optional<Resource> only) {
    if (only.isPresent()) {
      sql.append(" and f.resource = ").value(only.get().number());
    } else {
      sql.append(" and f.account = ").value(tenant.account().value());
      sql.append(" and f.region = ").value(tenant.region().value());
    }
  }

  private static List<Criterion> withoutStatus(List<Criterion> criteria) {
    return criteria.stream()
        .filter(
            criterion ->
                !(criterion instanceof Criterion.OfText(TextFacet facet, var _)
                    && facet == TextFacet.STATUS))
        .toList();
  }
}
