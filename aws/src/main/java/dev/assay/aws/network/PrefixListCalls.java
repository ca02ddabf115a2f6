package dev.assay.aws.network;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribePrefixListsResponse;
import software.amazon.awssdk.services.ec2.model.GetManagedPrefixListEntriesResponse;
import software.amazon.awssdk.services.ec2.model.ManagedPrefixList;
import software.amazon.awssdk.services.ec2.model.PrefixList;
import software.amazon.awssdk.services.ec2.model.PrefixListEntry;

/// Managed prefix lists with their blocks, which are written as AWS's own lists are described: the
/// answer with a list's entries does not say whose they are.
record PrefixListCalls(NetworkCollector.Folder folder, Ec2Client ec2) {

  void collect() throws IOException {
    List<String> ids =
        folder.call(
            "ec2:DescribeManagedPrefixLists",
            () ->
                ec2.describeManagedPrefixListsPaginator(ask -> {}).prefixLists().stream()
                    .map(ManagedPrefixList::prefixListId)
                    .toList());
    List<PrefixList> lists = new ArrayList<>();
    for (String id : ids) {
      List<String> blocks =
          folder.call(
              "ec2:GetManagedPrefixListEntries",
              () ->
                  ec2.getManagedPrefixListEntriesPaginator(ask -> ask.prefixListId(id)).stream()
                      .map(GetManagedPrefixListEntriesResponse::entries)
                      .flatMap(List::stream)
                      .map(PrefixListEntry::cidr)
                      .toList());
      lists.add(PrefixList.builder().prefixListId(id).cidrs(blocks).build());
    }
    folder.json(
        "prefix-lists",
        SdkJson.bytes(DescribePrefixListsResponse.builder().prefixLists(lists).build()));
  }
}
