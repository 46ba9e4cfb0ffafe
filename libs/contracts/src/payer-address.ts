import { npiError } from '@overturn/domain';
import type { ChannelKind } from '@overturn/domain/payers/payer-choices';

interface Reached {
  channel?: ChannelKind | undefined;
  mode?: string | undefined;
  address?: string | undefined;
}

/** What is wrong with an address of each kind, in a sentence. */
const FAULT: Record<ChannelKind, (address: string) => string | undefined> = {
  phone: (address) => numberFault(address, 'phone'),
  fax: (address) => numberFault(address, 'fax'),
  portal: linkFault,
  api: linkFault,
  mail: (address) =>
    address.length < 10 || !/\d/.test(address)
      ? 'Write the whole postal address: street or box, place, state and ZIP code.'
      : undefined,
  '278': (address) =>
    /^[\w .-]{2,80}$/.test(address) ? undefined : 'Write the payer’s identifier at the clearing house, like 60054.',
};

/** By field: a number that is none, a link that is none, an address without its channel. */
export function addressFault({ channel, mode, address }: Reached): Partial<Record<keyof Reached, string>> {
  if (!channel)
    return {
      ...(address && { channel: 'Say which channel the address belongs to.' }),
      ...(mode && !address && { channel: 'Say which channel this mode belongs to.' }),
    };
  if (!address) return { address: 'Say where to: a number, an address or a link.' };
  const fault = FAULT[channel](address);
  return fault ? { address: fault } : {};
}

function numberFault(address: string, kind: string): string | undefined {
  if (!/^\+?[\d\s().-]+( ?(x|ext\.?) ?\d{1,6})?$/i.test(address))
    return `A ${kind} number has ten digits, like 212-555-0143.`;
  const digits = address
    .replace(/(x|ext).*$/i, '')
    .replace(/\D/g, '')
    .replace(/^1(?=\d{10}$)/, '');
  if (/^\d{10}$/.test(address) && npiError(address) === undefined)
    return `This reads as an NPI. If it is the ${kind} number, write it with its dashes, like 212-555-0143.`;
  return /^[2-9]\d{2}[2-9]\d{6}$/.test(digits) ? undefined : `A ${kind} number has ten digits, like 212-555-0143.`;
}

function linkFault(address: string): string | undefined {
  const sentence = 'Write the whole link, beginning with https://.';
  if (!URL.canParse(address)) return sentence;
  const { protocol, hostname, username } = new URL(address);
  return protocol === 'https:' && hostname.includes('.') && !username ? undefined : sentence;
}
