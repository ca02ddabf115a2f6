package dev.assay.inspector.v2;

import static dev.assay.inspector.v2.Nodes.ACCOUNT;
import static dev.assay.inspector.v2.Nodes.OTHER;
import static dev.assay.inspector.v2.Nodes.THIRD;
import static dev.assay.inspector.v2.Nodes.caller;
import static dev.assay.inspector.v2.Nodes.elsewhere;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.assessment.tenant.AccountId;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.awsapi.inspector2.AccessDeniedException;
import dev.assay.awsapi.inspector2.AssociateMemberRequest;
import dev.assay.awsapi.inspector2.AutoEnable;
import dev.assay.awsapi.inspector2.BatchGetAccountStatusRequest;
import dev.assay.awsapi.inspector2.ConflictException;
import dev.assay.awsapi.inspector2.DescribeOrganizationConfigurationRequest;
import dev.assay.awsapi.inspector2.DisableDelegatedAdminAccountRequest;
import dev.assay.awsapi.inspector2.DisableRequest;
import dev.assay.awsapi.inspector2.DisassociateMemberRequest;
import dev.assay.awsapi.inspector2.EnableDelegatedAdminAccountRequest;
import dev.assay.awsapi.inspector2.ErrorCode;
import dev.assay.awsapi.inspector2.GetDelegatedAdminAccountRequest;
import dev.assay.awsapi.inspector2.GetMemberRequest;
import dev.assay.awsapi.inspector2.ListDelegatedAdminAccountsRequest;
import dev.assay.awsapi.inspector2.ListMembersRequest;
import dev.assay.awsapi.inspector2.ListMembersResponse;
import dev.assay.awsapi.inspector2.Member;
import dev.assay.awsapi.inspector2.RelationshipStatus;
import dev.assay.awsapi.inspector2.ResourceNotFoundException;
import dev.assay.awsapi.inspector2.Status;
import dev.assay.awsapi.inspector2.UpdateOrganizationConfigurationRequest;
import dev.assay.awsapi.inspector2.ValidationException;
import dev.assay.store.account.PostgresMembershipStore;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// `ACCOUNT` is the administrator, the others name it or do not.
@NullUnmarked
class OrganizationApiTest {
  private final Nodes nodes = new Nodes();
  private final Visibility visibility = new MemberVisibility(new PostgresMembershipStore());

  @AfterEach
  void close() {
    nodes.close();
  }

  @Test
  void neitherSideAloneOpensAnAccountToAnother() {
    assertThatThrownBy(() -> associate(OTHER)).isInstanceOf(AccessDeniedException.class);
    assertThat(seenBy(ACCOUNT)).containsExactly(new AccountId(ACCOUNT));

    name(OTHER);
    assertThat(seenBy(ACCOUNT)).containsExactly(new AccountId(ACCOUNT));
    assertThat(member(OTHER).relationshipStatus()).isEqualTo(RelationshipStatus.CREATED);

    associate(OTHER);
    assertThat(seenBy(ACCOUNT)).containsExactly(new AccountId(ACCOUNT), new AccountId(OTHER));
    assertThat(seenBy(OTHER)).containsExactly(new AccountId(OTHER));
    assertThat(member(OTHER).relationshipStatus()).isEqualTo(RelationshipStatus.ENABLED);
    assertThatThrownBy(
            () -> nodes.reader.organization.getMember(caller(THIRD), new GetMemberRequest(OTHER)))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(
            () ->
                nodes.reader.organization.getMember(
                    elsewhere(ACCOUNT), new GetMemberRequest(OTHER)))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void anAccountNamesOneAdministratorAndNotItself() {
    name(OTHER);

    assertThat(
            nodes
                .reader
                .organization
                .getDelegatedAdminAccount(
                    caller(OTHER), GetDelegatedAdminAccountRequest.builder().build())
                .delegatedAdmin()
                .accountId())
        .isEqualTo(ACCOUNT);
    assertThat(
            nodes
                .reader
                .organization
                .listDelegatedAdminAccounts(
                    caller(OTHER), ListDelegatedAdminAccountsRequest.builder().build())
                .delegatedAdminAccounts())
        .singleElement()
        .satisfies(account -> assertThat(account.accountId()).isEqualTo(ACCOUNT));
    assertThatThrownBy(
            () ->
                nodes.reader.organization.enableDelegatedAdminAccount(
                    caller(OTHER), new EnableDelegatedAdminAccountRequest(null, THIRD)))
        .isInstanceOf(ConflictException.class);
    assertThatThrownBy(() -> name(ACCOUNT)).isInstanceOf(ValidationException.class);
    assertThatThrownBy(
            () ->
                nodes.reader.organization.getDelegatedAdminAccount(
                    caller(THIRD), GetDelegatedAdminAccountRequest.builder().build()))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void eitherSideEndsIt() {
    name(OTHER);
    associate(OTHER);
    nodes.writer.organization.disassociateMember(
        caller(ACCOUNT), new DisassociateMemberRequest(OTHER));
    assertThat(seenBy(ACCOUNT)).containsExactly(new AccountId(ACCOUNT));
    assertThatThrownBy(
            () ->
                nodes.writer.organization.disassociateMember(
                    caller(ACCOUNT), new DisassociateMemberRequest(OTHER)))
        .isInstanceOf(ResourceNotFoundException.class);

    associate(OTHER);
    nodes.writer.organization.disableDelegatedAdminAccount(
        caller(OTHER), new DisableDelegatedAdminAccountRequest(ACCOUNT));
    assertThat(seenBy(ACCOUNT)).containsExactly(new AccountId(ACCOUNT));
    assertThatThrownBy(() -> associate(OTHER)).isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(
            () ->
                nodes.writer.organization.disableDelegatedAdminAccount(
                    caller(OTHER), new DisableDelegatedAdminAccountRequest(ACCOUNT)))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void pagesOfMembersStayRightWhileMembersComeAndGo() {
    List.of("200000000001", "200000000002", "200000000003", "200000000005").forEach(this::name);
    ListMembersResponse first = members(null);
    assertThat(ids(first)).containsExactly("200000000001", "200000000002");

    nodes.writer.organization.disableDelegatedAdminAccount(
        caller("200000000002"), new DisableDelegatedAdminAccountRequest(ACCOUNT));
    name("200000000004");
    ListMembersResponse next = members(first.nextToken());
    assertThat(ids(next)).containsExactly("200000000003", "200000000004");
    ListMembersResponse last = members(next.nextToken());
    assertThat(ids(last)).containsExactly("200000000005");
    assertThat(last.nextToken()).isNull();
  }

  @Test
  void membersAreListedWhereTheyAreTakenInUnlessAllAreAskedFor() {
    name(OTHER);
    name(THIRD);
    associate(THIRD);

    assertThat(
            ids(
                nodes.reader.organization.listMembers(
                    caller(ACCOUNT), ListMembersRequest.builder().build())))
        .containsExactly(THIRD);
    assertThat(ids(members(null))).containsExactly(OTHER, THIRD);
  }

  @Test
  void aNewMemberGetsWhatIsEnabledForNewMembers() {
    nodes.writer.organization.updateOrganizationConfiguration(
        caller(ACCOUNT),
        new UpdateOrganizationConfigurationRequest(
            AutoEnable.builder().ec2(true).ecr(false).lambda(true).build()));
    AutoEnable seen =
        nodes
            .reader
            .organization
            .describeOrganizationConfiguration(
                caller(ACCOUNT), DescribeOrganizationConfigurationRequest.builder().build())
            .autoEnable();
    assertThat(seen.ec2()).isTrue();
    assertThat(seen.ecr()).isFalse();
    assertThat(seen.lambda()).isTrue();

    name(OTHER);
    associate(OTHER);
    var states =
        nodes.reader.settings.batchGetAccountStatus(
            caller(ACCOUNT), new BatchGetAccountStatusRequest(List.of(OTHER)));
    var resources = states.accounts().getFirst().resourceState();
    assertThat(resources.ec2().status()).isEqualTo(Status.ENABLED);
    assertThat(resources.ecr().status()).isEqualTo(Status.DISABLED);
    assertThat(resources.lambda().status()).isEqualTo(Status.ENABLED);
  }

  @Test
  void anAdministratorIsNotDisabledWhileItHasMembers() {
    name(OTHER);
    associate(OTHER);

    assertThat(
            nodes
                .writer
                .settings
                .disable(caller(ACCOUNT), DisableRequest.builder().build())
                .failedAccounts())
        .singleElement()
        .satisfies(
            failed -> assertThat(failed.errorCode()).isEqualTo(ErrorCode.DISASSOCIATE_ALL_MEMBERS));
  }

  private void name(String account) {
    nodes.writer.organization.enableDelegatedAdminAccount(
        caller(account), new EnableDelegatedAdminAccountRequest(null, ACCOUNT));
  }

  private void associate(String account) {
    nodes.writer.organization.associateMember(caller(ACCOUNT), new AssociateMemberRequest(account));
  }

  private Member member(String account) {
    return nodes
        .reader
        .organization
        .getMember(caller(ACCOUNT), new GetMemberRequest(account))
        .member_();
  }

  private ListMembersResponse members(String token) {
    return nodes.reader.organization.listMembers(
        caller(ACCOUNT),
        ListMembersRequest.builder().maxResults(2).onlyAssociated(false).nextToken(token).build());
  }

  private static List<String> ids(ListMembersResponse page) {
    return page.members().stream().map(Member::accountId).toList();
  }

  private Set<AccountId> seenBy(String account) {
    return nodes
        .reader
        .database
        .transactions()
        .read(reading -> visibility.accounts(reading, Tenant.of(account, "eu-central-1")));
  }
}
