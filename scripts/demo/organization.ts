/** The demo organization itself: made by the installation's key, the same one however often it is asked for. */
import { Desk } from './desk.ts';
import { CLIENTS, ORGANIZATION, PEOPLE, personOf } from './who.ts';
import type { ClientKey, PersonKey } from './who.ts';

interface Made {
  id: string;
}
export interface DemoAccess {
  url: string;
  /** The installation's key. */
  key: string;
  /** Of all invented people. */
  password: string;
}

/** Organization, clients, teams and people; answers its id. */
export async function makeOrganization({ url, key, password }: DemoAccess): Promise<string> {
  const { id } = await Desk.withKey(url, key).post<Made>('/organizations', ORGANIZATION, 'demo/organization');
  const desk = Desk.withKey(url, key, id);
  const teams = new Map<ClientKey, string>();
  for (const [client, { name, npi, facility, taxId }] of Object.entries(CLIENTS) as [
    ClientKey,
    (typeof CLIENTS)[ClientKey],
  ][]) {
    const about = { name, npis: [npi, facility.npi], taxIds: [taxId] };
    const made = await desk.post<Made>('/clients', about, `demo/client/${client}`);
    const team = { name: `${name}: denials`, clientId: made.id };
    teams.set(client, (await desk.post<Made>('/teams', team, `demo/team/${client}`)).id);
  }
  for (const person of Object.keys(PEOPLE) as PersonKey[]) {
    const { client, ...about } = personOf(person);
    const teamIds = client ? [teams.get(client)!] : [];
    await desk.post('/users', { ...about, password, teamIds }, `demo/user/${person}`);
  }
  return id;
}

/** Everybody at their desks. */
export async function signInAll({ url, password }: DemoAccess): Promise<Record<PersonKey, Desk>> {
  const desks = await Promise.all(
    (Object.keys(PEOPLE) as PersonKey[]).map(
      async (person) => [person, await Desk.signIn(url, PEOPLE[person].email, password)] as const,
    ),
  );
  return Object.fromEntries(desks) as Record<PersonKey, Desk>;
}
