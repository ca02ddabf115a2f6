package dev.assay.inspector.v2;

import dev.assay.awsapi.inspector2.BatchGetFreeTrialInfoResponse;
import dev.assay.awsapi.inspector2.FreeTrialAccountInfo;
import dev.assay.awsapi.inspector2.FreeTrialInfoError;
import dev.assay.awsapi.inspector2.FreeTrialInfoErrorCode;
import dev.assay.awsapi.inspector2.ListUsageTotalsRequest;
import dev.assay.awsapi.inspector2.ListUsageTotalsResponse;
import dev.assay.awsapi.inspector2.UsageTotal;
import dev.assay.awsapi.value.Caller;
import java.util.List;
import java.util.function.Function;

/// What AWS charges for and Assay does not: there is no trial that could end, and no usage that is
/// counted for a bill.
final class Unpriced {
  private Unpriced() {}

  static BatchGetFreeTrialInfoResponse freeTrials(AskedAccounts asked) {
    return BatchGetFreeTrialInfoResponse.builder()
        .accounts(
            asked.seen().stream()
                .map(t -> new FreeTrialAccountInfo(t.account().value(), List.of()))
                .toList())
        .failedAccounts(
            asked.refused().stream()
                .map(
                    account ->
                        FreeTrialInfoError.builder()
                            .accountId(account)
                            .code(FreeTrialInfoErrorCode.ACCESS_DENIED)
                            .message(AskedAccounts.REFUSAL)
                            .build())
                .toList())
        .build();
  }

  static ListUsageTotalsResponse usage(
      Caller caller, AskedAccounts asked, ListUsageTotalsRequest input) {
    List<String> accounts = asked.seen().stream().map(t -> t.account().value()).sorted().toList();
    KeyedPage<String> page =
        KeyedPage.of(
            accounts,
            Function.identity(),
            Problems.tokens(caller, "ListUsageTotals", input.accountIds()),
            input.nextToken(),
            input.maxResults());
    return ListUsageTotalsResponse.builder()
        .totals(
            page.items().stream()
                .map(id -> UsageTotal.builder().accountId(id).usage(List.of()).build())
                .toList())
        .nextToken(page.next())
        .build();
  }
}
