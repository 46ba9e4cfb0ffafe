/** The denied claims: whose, by whom, since when, and which road each has gone. */
import type { NoticeKey } from './days.ts';
import type { RoadKey } from './roads.ts';
import type { RefusalKey, ServiceKey } from './services.ts';
import type { ClientKey, PayerKey } from './who.ts';

export interface ClaimRow {
  /** Last four of the claim number; unique. */
  tail: string;
  client: ClientKey;
  payer: PayerKey;
  notice: NoticeKey;
  patient: readonly [first: string, last: string];
  service: ServiceKey;
  refused: RefusalKey;
  road: RoadKey;
}

type Columns = readonly [
  tail: string,
  client: ClientKey,
  payer: PayerKey,
  notice: NoticeKey,
  patient: string,
  service: ServiceKey,
  refused: RefusalKey,
  road: RoadKey,
];

const TABLE: readonly Columns[] = [
  ['7031', 'northgate', 'lumen', 'long-past', 'Ida Fennimoor', 'ct-abdomen', 'not-in-network', 'untouched'],
  ['4466', 'harbor', 'corvus', 'recent', 'Hugo Lorrimand', 'visit', 'legacy', 'untouched'],
  ['5519', 'harbor', 'aster', 'overdue', 'Nils Gallowen', 'nerve-block', 'not-in-network', 'overdue'],

  ['3308', 'northgate', 'aster', 'safe-next', 'Jonas Oakenshire', 'mri-brain', 'not-in-network', 'verifying'],
  ['2210', 'harbor', 'corvus', 't5-next', 'Clea Marchwell', 'epidural', 'narrow-network', 'verifying-dana'],
  ['8842', 'northgate', 'lumen', 't5-next', 'Bruno Elstrove', 'pet-ct', 'not-in-network', 'untouched'],
  ['9027', 'northgate', 'corvus', 't10-next', 'Mira Corrander', 'mri-knee', 'narrow-network', 'untouched'],
  ['1773', 'northgate', 'aster', 'yesterday', 'Pieter Dunmere', 'ct-abdomen', 'not-in-network-erisa', 'snoozed'],
  ['5390', 'harbor', 'lumen', 'yesterday', 'Greta Harrowby', 'visit', 'not-in-network', 'untouched'],
  ['4128', 'northgate', 'aster', 'fresh', 'Olive Kettermaine', 'mri-brain', 'surprise', 'untouched'],
  ['6644', 'harbor', 'aster', 'fresh', 'Kira Jessomer', 'nerve-block', 'not-in-network', 'asked-twice'],

  ['3051', 'northgate', 'corvus', 't10-holds', 'Leopold Bellwick', 'mri-lumbar', 'narrow-network', 'choosing'],
  ['7719', 'harbor', 'aster', 't20-holds', 'Esme Pellington', 'discectomy', 'not-in-network-erisa', 'choosing'],
  ['8230', 'harbor', 'aster', 'fresh', 'Dorian Abernash', 'epidural', 'contract-not-loaded', 'choosing'],

  ['5561', 'northgate', 'lumen', 't20-holds', 'Bea Stanmoor', 'pet-ct', 'not-in-network', 'gathering-dana'],
  ['1187', 'northgate', 'corvus', 't20-holds', 'Ada Vennacott', 'mri-brain', 'not-authorized', 'one-captured'],
  ['6902', 'harbor', 'aster', 't10-holds', 'Florin Nethersole', 'nerve-block', 'no-referral', 'two-captured'],
  ['2361', 'northgate', 'aster', 't20-holds', 'Ines Inglethorp', 'ct-abdomen', 'not-in-network', 'lacking'],

  ['2093', 'northgate', 'lumen', 't10-holds', 'Cyprian Pellow', 'pet-ct', 'not-in-network', 'reviewing-dana'],
  ['3817', 'northgate', 'aster', 'recent', 'Rosa Marchbank', 'mri-knee', 'not-in-network', 'sent-back'],
  ['9340', 'harbor', 'corvus', 't5-holds', 'Viggo Harrowgate', 'discectomy', 'not-authorized', 'sending'],
  ['6273', 'northgate', 'aster', 't20-holds', 'Lena Quillfeather', 'mri-lumbar', 'not-in-network-erisa', 'sending'],

  ['7720', 'northgate', 'aster', 'safe-today', 'Rosa Marin', 'mri-lumbar', 'not-in-network', 'protecting'],
  ['4471', 'northgate', 'aster', 't20-holds', 'Linus Norcastle', 'mri-brain', 'not-in-network', 'unacknowledged'],
  ['5083', 'harbor', 'corvus', 't20-holds', 'Tilda Oxenwood', 'discectomy', 'narrow-network', 'chasing'],
  ['1940', 'harbor', 'lumen', 't10-holds', 'Anselm Thornbury', 'epidural', 'not-in-network', 'chased'],
  ['0912', 'harbor', 'corvus', 't20-holds', 'Tamsin Kirkwall', 'nerve-block', 'not-in-network', 'answered'],
  ['8356', 'northgate', 'aster', 't10-holds', 'Osric Vale', 'pet-ct', 'not-in-network-erisa', 'partly'],
  ['3624', 'northgate', 'lumen', 't20-holds', 'Wilma Ashgrove', 'mri-brain', 'not-in-network', 'more-information'],
  ['2745', 'harbor', 'aster', 'recent', 'Edda Brightwater', 'epidural', 'not-in-network', 'acknowledged'],

  ['7162', 'harbor', 'aster', 't5-holds', 'Casper Wintermere', 'discectomy', 'not-in-network-erisa', 'drafting-appeal'],
  ['4893', 'northgate', 'corvus', 't10-holds', 'Freya Holloway', 'mri-lumbar', 'narrow-network', 'reviewing-appeal'],
  ['6017', 'harbor', 'lumen', 't10-holds', 'Magnus Tillwater', 'nerve-block', 'not-in-network', 'appeal-sent'],

  ['1508', 'northgate', 'corvus', 'recent', 'Petra Lowmoor', 'mri-knee', 'contract-not-loaded', 'correcting'],
  ['5926', 'harbor', 'aster', 't20-holds', 'Silvan Greymarsh', 'discectomy', 'not-in-network-erisa', 'unpaid'],
  ['8071', 'northgate', 'lumen', 't20-holds', 'Nora Eastlake', 'ct-abdomen', 'not-in-network', 'payment-came'],
  [
    '9685',
    'northgate',
    'aster',
    't10-holds',
    'Alba Stonebridge',
    'mri-lumbar',
    'not-in-network-erisa',
    'paid-as-granted',
  ],
  ['3249', 'harbor', 'corvus', 't10-holds', 'Rufus Penhallow', 'epidural', 'narrow-network', 'paid-after-appeal'],
  ['7590', 'northgate', 'lumen', 't20-holds', 'Ottilie Fairmead', 'mri-knee', 'not-in-network', 'lost'],
];

export const CLAIMS: readonly ClaimRow[] = TABLE.map(
  ([tail, client, payer, notice, patient, service, refused, road]) => {
    const [first = '', last = ''] = patient.split(' ');
    return { tail, client, payer, notice, patient: [first, last], service, refused, road };
  },
);
