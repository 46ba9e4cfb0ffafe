/** Everyone in the demo organization. Names of people and companies are nobody's; ids are well formed and given to nobody. */
import type { Role } from '@overturn/domain';
import { npiCheckDigit } from '@overturn/x12';
import type { InventedPayer } from '@overturn/x12';

const npi = (nine: string): string => nine + npiCheckDigit(nine);

export const ORGANIZATION = { name: 'Meridian Claims Desk (demo)', timeZone: 'America/New_York' } as const;

/** Two provider groups whose denials the organization works. */
export const CLIENTS = {
  northgate: {
    name: 'Northgate Imaging Group',
    prefix: 'NG',
    npi: npi('199990101'),
    taxId: '990102101',
    facility: { name: 'Northgate Imaging Center', npi: npi('199990111'), placeOfService: '49' },
    rendering: { name: 'Dr. Amara Osei-Lindqvist', npi: npi('199990121') },
    specialist: 'priya',
  },
  harbor: {
    name: 'Harbor Spine & Pain',
    prefix: 'HS',
    npi: npi('199990202'),
    taxId: '990203202',
    facility: { name: 'Harbor Spine Surgery Center', npi: npi('199990212'), placeOfService: '24' },
    rendering: { name: 'Dr. Corin Vasterholt', npi: npi('199990222') },
    specialist: 'jonah',
  },
} as const;
export type ClientKey = keyof typeof CLIENTS;

/** `filingIndicator` is CLP06: PPO, HMO, Medicare risk HMO. */
export const PAYERS = {
  aster: { name: 'Aster Health PPO', planId: '99101', originatorId: '1991010001', filingIndicator: '12' },
  corvus: { name: 'Corvus Mutual HMO', planId: '99202', originatorId: '1992020002', filingIndicator: 'HM' },
  lumen: { name: 'Lumen Care MA', planId: '99303', originatorId: '1993030003', filingIndicator: '16' },
} as const satisfies Record<string, InventedPayer>;
export type PayerKey = keyof typeof PAYERS;

interface Person {
  name: string;
  email: string;
  role: Role;
  /** Works in this client's team; without one in all. */
  client?: ClientKey;
}
/** Dana is who `npm start` names; all have the same password. */
export const PEOPLE = {
  dana: { name: 'Dana Reyes', email: 'dana@meridian.example', role: 'administrator' },
  mina: { name: 'Mina Ito', email: 'mina@meridian.example', role: 'supervisor' },
  theo: { name: 'Theo Okafor', email: 'theo@meridian.example', role: 'manager' },
  priya: { name: 'Priya Nair', email: 'priya@meridian.example', role: 'specialist', client: 'northgate' },
  jonah: { name: 'Jonah Weiss', email: 'jonah@meridian.example', role: 'specialist', client: 'harbor' },
} as const satisfies Record<string, Person>;
export type PersonKey = keyof typeof PEOPLE;
export const personOf = (key: PersonKey): Person => PEOPLE[key];
