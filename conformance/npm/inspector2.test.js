// Inspector v2's story, told by the AWS SDK for JavaScript to a server at ASSAY_URL, where a host web-1 was
// handed in. The keys and the region are what the SDK finds in the environment.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  AccessDeniedException,
  CreateFilterCommand,
  CreateSbomExportCommand,
  DeleteFilterCommand,
  GetSbomExportCommand,
  Inspector2Client,
  ListCodeSecurityIntegrationsCommand,
  ListCoverageCommand,
  ListFiltersCommand,
  ListFindingAggregationsCommand,
  ResourceNotFoundException,
  ThrottlingException,
  ValidationException,
  paginateListFindings,
} from '@aws-sdk/client-inspector2';

const client = new Inspector2Client({ endpoint: process.env.ASSAY_URL, maxAttempts: 1 });
const is = (value) => [{ comparison: 'EQUALS', value }];
let all;

async function findings(filterCriteria, pageSize = 100) {
  const found = [];
  for await (const page of paginateListFindings({ client, pageSize }, { filterCriteria })) {
    assert.ok(page.findings.length <= pageSize);
    found.push(...page.findings);
  }
  return found;
}

before(async () => {
  all = await findings({});
});

after(() => client.destroy());

test('findings are those that every criterion holds of', async () => {
  const severe = await findings({
    resourceId: is('web-1'),
    severity: [...is('HIGH'), ...is('CRITICAL')],
    inspectorScore: [{ lowerInclusive: 7 }],
    firstObservedAt: [{ startInclusive: new Date(Date.now() - 3600_000) }],
  });
  const expected = all.filter(
    (finding) =>
      finding.resources[0].id === 'web-1' &&
      ['HIGH', 'CRITICAL'].includes(finding.severity) &&
      finding.inspectorScore >= 7,
  );
  const arns = (list) => list.map((finding) => finding.findingArn).sort();
  assert.ok(expected.length > 0 && expected.length < all.length);
  assert.deepEqual(arns(severe), arns(expected));
  assert.ok(severe.every((finding) => finding.firstObservedAt instanceof Date));
});

test('every page of a list comes once', async () => {
  const arns = (await findings({}, 7)).map((finding) => finding.findingArn);
  assert.equal(new Set(arns).size, arns.length);
  assert.deepEqual(arns.sort(), all.map((finding) => finding.findingArn).sort());
});

test('a host that evidence was handed in of is covered', async () => {
  const { coveredResources } = await client.send(new ListCoverageCommand({}));
  const web = coveredResources.find((resource) => resource.resourceId === 'web-1');
  assert.equal(web.scanStatus.statusCode, 'ACTIVE');
});

test('a filter suppresses what it matches until it is deleted', async () => {
  const vulnerability = all[0].packageVulnerabilityDetails.vulnerabilityId;
  const criteria = { vulnerabilityId: is(vulnerability) };
  const count = async (status) => (await findings({ ...criteria, findingStatus: is(status) })).length;
  const until = async (status, expected) => {
    for (let tries = 0; tries < 100 && (await count(status)) !== expected; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    assert.equal(await count(status), expected);
  };
  const active = await count('ACTIVE');
  assert.ok(active > 0);
  const { arn } = await client.send(
    new CreateFilterCommand({ name: 'accepted', action: 'SUPPRESS', filterCriteria: criteria }),
  );
  const { filters } = await client.send(new ListFiltersCommand({ arns: [arn] }));
  assert.deepEqual(filters[0].criteria, criteria);
  await until('SUPPRESSED', active);
  await client.send(new DeleteFilterCommand({ arn }));
  await until('ACTIVE', active);
});

// What an operation answers, or undefined where this version has none of it: then the test is skipped.
async function built(t, command) {
  try {
    return await client.send(command);
  } catch (error) {
    if (!/is not built in this version/.test(error.message)) throw error;
    t.skip(error.message);
    return undefined;
  }
}

test('findings are counted as they are listed', async (t) => {
  const counted = await built(t, new ListFindingAggregationsCommand({ aggregationType: 'FINDING_TYPE' }));
  if (!counted) return;
  assert.equal(counted.responses[0].findingTypeAggregation.severityCounts.all, all.length);
});

test('an SBOM export comes to its end', async (t) => {
  const s3Destination = {
    bucketName: 'exports',
    kmsKeyArn: 'arn:aws:kms:eu-central-1:000000000000:key/1a2b3c4d-5e6f-7a8b-9c0d-1e2f3a4b5c6d',
  };
  const made = await built(t, new CreateSbomExportCommand({ reportFormat: 'SPDX_2_3', s3Destination }));
  if (!made) return;
  let status = 'IN_PROGRESS';
  for (let tries = 0; tries < 100 && status === 'IN_PROGRESS'; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    ({ status } = await client.send(new GetSbomExportCommand({ reportId: made.reportId })));
  }
  assert.equal(status, 'SUCCEEDED');
});

test('every member that breaks the model is named', async () => {
  const wrong = new CreateFilterCommand({ name: '', action: 'HIDE', filterCriteria: {} });
  await assert.rejects(client.send(wrong), (error) => {
    assert.ok(error instanceof ValidationException);
    assert.equal(error.reason, 'FIELD_VALIDATION_FAILED');
    assert.deepEqual(error.fields.map((field) => field.name).sort(), ['action', 'filterCriteria', 'name']);
    return true;
  });
});

test('what does not exist is not found', async () => {
  const arn = 'arn:aws:inspector2:eu-central-1:000000000000:owner/000000000000/filter/0123456789abcdef';
  await assert.rejects(client.send(new DeleteFilterCommand({ arn })), ResourceNotFoundException);
});

test('what is not built says so', async () => {
  await assert.rejects(client.send(new ListCodeSecurityIntegrationsCommand({})), (error) => {
    assert.ok(error instanceof AccessDeniedException);
    assert.match(error.message, /is not built in this version/);
    return true;
  });
});

// The last one: it uses up what the key may ask.
test('a key that asks too often is throttled and told for how long', async () => {
  const throttled = async () => {
    for (let i = 0; i < 50; i++) {
      await Promise.all(Array.from({ length: 100 }, () => client.send(new ListFiltersCommand({}))));
    }
  };
  await assert.rejects(throttled(), (error) => {
    assert.ok(error instanceof ThrottlingException);
    assert.ok(error.retryAfterSeconds >= 1);
    return true;
  });
});
