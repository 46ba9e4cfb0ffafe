import type { NoticePage } from '@overturn/contracts';
import { TimeMachine } from '../support/advance.ts';
import { dayOf } from '../support/days.ts';
import { letterOf } from '../support/letter.ts';
import { startProduct } from '../support/services/product.ts';
import type { Product } from '../support/services/product.ts';
import { Staff } from '../support/staff.ts';

const PASSWORD = 'correct horse battery staple';

/** The whole product on time that can be moved, with people at their desks. */
export interface Play {
  product: Product;
  time: TimeMachine;
  specialist: Staff;
  supervisor: Staff;
  manager: Staff;
  machine: Staff;
  close(): Promise<void>;
}

export async function startPlay(): Promise<Play> {
  const product = await startProduct({ clock: 'temporal-test' });
  const time = await TimeMachine.open(product.services);
  const machine = Staff.withKey(product.url, product.bootstrapKey);
  const person = async (role: 'specialist' | 'supervisor' | 'manager'): Promise<Staff> => {
    const email = `${role}@example.test`;
    await machine.post('/users', { email, name: `A ${role}`, password: PASSWORD, role });
    return Staff.signIn(product.url, email, PASSWORD);
  };
  const [specialist, supervisor, manager] = [
    await person('specialist'),
    await person('supervisor'),
    await person('manager'),
  ];
  return {
    product,
    time,
    specialist,
    supervisor,
    manager,
    machine,
    async close() {
      await time.close();
      await product.stop();
    },
  };
}

let letters = 0;

/** A denial from a letter of today: an out-of-network refusal of a complete claim. */
export async function openLetter({ specialist, time }: Play, changes: object = {}): Promise<string> {
  const today = dayOf(await time.now());
  letters += 1;
  const letter = letterOf(today, `PLAY-${letters}`, { wording: 'Out of network.', ...changes });
  const { id } = await specialist.post<{ id: string }>('/denials', letter);
  await time.drain();
  return id;
}

/** Lets every held answer go and waits until the engine has done what follows. */
export async function settle({ time }: Play): Promise<void> {
  await time.advanceTo(new Date((await time.now()).getTime() + 10_000));
}

/** From the network question to a request that waits to be reviewed. */
export async function gatherEvidence(play: Play, denialId: string): Promise<void> {
  const { specialist, time } = play;
  const today = dayOf(await time.now());
  await specialist.complete(denialId, 'verify-network', 'out-of-network', { source: 'directory', checkedOn: today });
  await settle(play);
  await specialist.complete(denialId, 'choose-path', 'confirmed');
  await settle(play);
  await specialist.complete(denialId, 'gather-directory-proof', 'captured', {
    capturedOn: today,
    note: 'Nobody within 60 miles.',
  });
  await specialist.complete(denialId, 'gather-referral-records', 'does-not-exist', {
    reason: 'No referral was needed.',
  });
  await specialist.complete(denialId, 'gather-network-communications', 'does-not-exist', { reason: 'Nobody called.' });
  await settle(play);
}

/** From the network question to a request that is sent with proof. */
export async function requestException(play: Play, denialId: string): Promise<void> {
  const { specialist, time } = play;
  await gatherEvidence(play, denialId);
  await specialist.complete(denialId, 'review-packet', 'approved');
  await settle(play);
  await specialist.complete(denialId, 'send-packet', 'sent', {
    sentOn: dayOf(await time.now()),
    channel: 'fax',
    proofNumber: 'FAX-1',
  });
  await settle(play);
}

/** The codes of what this person was told as `tell` (team, supervisor, manager …) of the denial, oldest first. */
export async function toldOf(staff: Staff, denialId: string, tell: string): Promise<string[]> {
  const { items } = await staff.get<NoticePage>('/notices?limit=200');
  const mine = items.filter((notice) => notice.denialId === denialId && notice.tell === tell);
  return mine.map((notice) => notice.code).reverse();
}
