import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDenialBody } from '@overturn/contracts';
import type { AmendClaimBody, AmendedClaims } from '@overturn/contracts';
import type { Caller } from '@overturn/data/accounts/caller';
import { amendClaims } from '@overturn/data/claims/amend-claims';
import { sql } from '@overturn/data/database/database';
import { openTypedDenial } from '@overturn/data/denials/open-typed-denial';
import { made } from './intake-files.ts';
import { IntakeGround } from './intake-ground.ts';
import type { Organization } from './intake-ground.ts';

let ground: IntakeGround;
beforeAll(async () => {
  ground = await IntakeGround.open();
}, 120_000);
afterAll(() => ground.close());

const KEY_ID = '01a202d2-0000-7000-8000-000000000000';
const keyOf = (organization: Organization, clientIds: string[] = []): Caller => ({
  ...{ kind: 'key', id: KEY_ID, name: 'Billing system', role: 'specialist', isBootstrap: false, teamIds: [] },
  ...{ organizationId: organization.id, clientIds },
});
const tell = (organization: Organization, body: AmendClaimBody, clientIds?: string[]): Promise<AmendedClaims> =>
  ground.app.forOrganization(organization.id, (tx) =>
    amendClaims(tx, ground.now(), keyOf(organization, clientIds), body),
  );

interface Kept {
  number: string;
  diagnoses: string[];
  place: string | null;
  rendering: string | null;
}
const claims = (organization: Organization): Promise<Kept[]> =>
  ground.rows<Kept>(
    organization,
    sql`select claim_number number, diagnoses, place_of_service place, rendering_npi rendering from claim order by position, id`,
  );

describe('facts that come before their remittance', () => {
  it('are kept, and stand in the claim when it comes, with who wrote them there', async () => {
    const organization = await ground.newOrganization();
    const told = await tell(organization, { claimNumber: 'A', diagnoses: ['m5450'], placeOfService: '22' });
    expect(told).toMatchObject({ state: 'kept', claimIds: [] });
    await ground.import(organization, made({ claims: [{ number: 'A' }, { number: 'B' }] }));
    expect(await claims(organization)).toEqual([
      { number: 'A', diagnoses: ['M54.50'], place: '22', rendering: null },
      { number: 'B', diagnoses: [], place: expect.anything(), rendering: null },
    ]);
    const acts = await ground.rows(
      organization,
      sql`select act, actor_kind "by", before, after, denial_id is not null "ofDenial" from audit_entry where act like 'claims.%' order by id`,
    );
    expect(acts).toEqual([
      expect.objectContaining({ act: 'claims.facts-kept', by: 'key', ofDenial: false }),
      {
        ...{ act: 'claims.amended', by: 'system', ofDenial: true },
        before: { diagnoses: [], placeOfService: '11' },
        after: { diagnoses: ['M54.50'], placeOfService: '22' },
      },
    ]);
  });

  it('give the same claim as those that come after it', async () => {
    const [before, after] = [await ground.newOrganization(), await ground.newOrganization()];
    const file = made({ claims: [{ number: 'A' }] });
    const facts = { claimNumber: 'A', diagnoses: ['M54.50'], renderingNpi: '1003000126' };
    await tell(before, facts);
    await ground.import(before, file);
    await ground.import(after, file);
    expect(await tell(after, facts)).toMatchObject({ state: 'applied', claimIds: [expect.any(String)] });
    expect(await claims(before)).toEqual(await claims(after));
  });

  it('add up: of two words on one fact the later counts', async () => {
    const organization = await ground.newOrganization();
    await tell(organization, { claimNumber: 'A', payerClaimNumber: 'P1', diagnoses: ['M54.50'], placeOfService: '22' });
    ground.today = '2026-11-21';
    await tell(organization, { claimNumber: 'A', placeOfService: '23' });
    await tell(organization, { claimNumber: 'A', renderingNpi: '1003000126' });
    ground.today = '2026-11-20';
    await ground.import(organization, made({ claims: [{ number: 'A', payerNumber: 'P1' }] }));
    expect(await claims(organization)).toEqual([
      { number: 'A', diagnoses: ['M54.50'], place: '23', rendering: '1003000126' },
    ]);
  });

  it('are for the payer’s claim number, the client and the organization that they name', async () => {
    const organization = await ground.newOrganization();
    const client = await ground.newClient(organization, { npis: ['1881018208'] });
    await tell(organization, { claimNumber: 'A', payerClaimNumber: 'P1', diagnoses: ['M54.50'] });
    await tell(organization, { claimNumber: 'A', clientId: client, diagnoses: ['G43.909'] });
    await tell(await ground.newOrganization(), { claimNumber: 'A', diagnoses: ['R51.9'] });
    const [one, other] = [{ number: 'A', payerNumber: 'P1' }, { number: 'A', payerNumber: 'P2' }]; // prettier-ignore
    await ground.import(organization, made({ claims: [one, other] }));
    await ground.import(organization, made({ claims: [other], trace: 'T2', payee: 'XX*1881018208' }));
    expect((await claims(organization)).map(({ diagnoses }) => diagnoses.join()).toSorted()).toEqual([
      '',
      'G43.909',
      'M54.50',
    ]);
  });

  it('reach the claims of the teller’s clients only', async () => {
    const organization = await ground.newOrganization();
    const client = await ground.newClient(organization, { npis: ['1881018208'] });
    await tell(organization, { claimNumber: 'A', diagnoses: ['M54.50'] }, [client]);
    await ground.import(organization, made({ claims: [{ number: 'A' }] }));
    expect(await claims(organization)).toEqual([expect.objectContaining({ diagnoses: [] })]);
    await expect(
      tell(organization, { claimNumber: 'A', clientId: organization.clientId, diagnoses: ['R51.9'] }, [client]),
    ).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('fill what a letter leaves open; what is typed from it stays', async () => {
    const organization = await ground.newOrganization();
    await tell(organization, { claimNumber: 'L', diagnoses: ['M54.50'], placeOfService: '22' });
    const typed = { payerName: 'Invented Health', claimNumber: 'L', noticeOn: '2026-11-12', diagnoses: ['G43.909'] };
    const codes = [{ group: 'CO', carc: '242' }];
    await ground.app.forOrganization(organization.id, (tx) =>
      openTypedDenial(
        tx,
        ground.now(),
        { kind: 'key', id: KEY_ID, name: 'A key' },
        openDenialBody.parse({ ...typed, codes }),
      ),
    );
    expect(await claims(organization)).toEqual([expect.objectContaining({ diagnoses: ['G43.909'], place: '22' })]);
  });

  it('are never lost between a telling and an import at the same moment', async () => {
    const organization = await ground.newOrganization();
    const numbers = Array.from({ length: 60 }, (_, index) => `N${index}`);
    const id = await ground.receive(
      organization,
      Buffer.concat(numbers.map((number, at) => Buffer.from(made({ claims: [{ number }], control: `00000000${at}` })))),
    );
    const importing = ground.run(organization, id, { batchClaims: 1 });
    const telling = numbers.map((claimNumber) => tell(organization, { claimNumber, diagnoses: ['M54.50'] }));
    await Promise.all([importing, ...telling]);
    const without = (await claims(organization)).filter(({ diagnoses }) => diagnoses.length === 0);
    expect(without).toEqual([]);
    expect(await claims(organization)).toHaveLength(60);
  }, 60_000);
});
