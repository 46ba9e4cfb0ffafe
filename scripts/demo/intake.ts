/** How the demo's denials come in: remittances dropped on the page, facts from the provider's own system, letters typed in. */
import type { AcceptedImports, ClaimView, RemittanceView } from '@overturn/contracts';
import type { ClaimRow } from './claims.ts';
import { claimNumberOf } from './claim-content.ts';
import type { Days } from './days.ts';
import type { Desk } from './desk.ts';
import { LETTERS } from './letters.ts';
import { denialFiles } from './remittances.ts';
import type { DemoFile } from './remittances.ts';
import { SERVICES } from './services.ts';
import { waitFor } from './wait.ts';
import { CLIENTS } from './who.ts';
import type { PersonKey } from './who.ts';

/** Sends files and waits until they are read; their ids, in order. The same bytes again are the same import. */
export async function upload(desk: Desk, files: readonly DemoFile[], isStopped: () => boolean): Promise<string[]> {
  const form = new FormData();
  for (const { name, bytes } of files) form.append('file', new Blob([Uint8Array.from(bytes)]), name);
  const { items } = await desk.post<AcceptedImports>('/remittances', form);
  for (const { id, fileName } of items) {
    await waitFor(`the reading of ${fileName}`, isStopped, async () => {
      const { state, failure } = await desk.get<RemittanceView>(`/remittances/${id}`);
      if (state === 'failed') throw new Error(`${fileName} could not be read: ${failure}`);
      return state === 'imported' || undefined;
    });
  }
  return items.map(({ id }) => id);
}

/** Every remittance of the table, read; the denials they opened, by claim number. */
export async function importAll(desk: Desk, days: Days, isStopped: () => boolean): Promise<Map<string, string>> {
  const opened = new Map<string, string>();
  for (const id of await upload(desk, denialFiles(days), isStopped)) {
    const { items } = await desk.get<{ items: ClaimView[] }>(`/remittances/${id}/claims?limit=200`);
    for (const { claimNumber, denialId } of items) if (denialId) opened.set(claimNumber, denialId);
  }
  return opened;
}

/** What a remittance does not carry, as a practice management system would send it; one claim is left without its diagnosis. */
export async function amend(desk: Desk, row: ClaimRow, days: Days): Promise<void> {
  const { facility, rendering } = CLIENTS[row.client];
  const facts = {
    claimNumber: claimNumberOf(row, days.noticeOn(row.notice)),
    ...(row.road !== 'lacking' && { diagnoses: [SERVICES[row.service].diagnosis] }),
    ...{ renderingName: rendering.name, facilityNpi: facility.npi, facilityName: facility.name },
    placeOfService: facility.placeOfService,
  };
  await desk.post('/claims', facts, `demo/claim/${row.tail}`);
}

/** The letter and the request that a person typed in. */
export async function typeLetters(desks: Record<PersonKey, Desk>, days: Days): Promise<void> {
  for (const { by, body } of LETTERS) {
    const typed = body(days);
    await desks[by].post('/denials', typed, typed.externalId);
  }
}
