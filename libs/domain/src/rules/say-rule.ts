import { EVENT_WORDS } from '../clocks/choose-row.ts';
import type { ClockRow, Unit } from '../clocks/clock-row.ts';
import { type PathId, pathRow } from '../denial/paths.ts';
import { CONDITIONS } from '../screening/conditions.ts';
import type { GroundRow } from '../screening/path-grounds.ts';
import type { BandRow, ScoreRow } from '../screening/recoverability-rows.ts';
import type { CarcRow } from '../triage/carc-table.ts';
import { SURE } from '../triage/confidence-words.ts';
import { DENIAL_CLASSES, denialClassRow } from '../triage/denial-classes.ts';
import type { InteractionRow } from '../triage/interactions.ts';
import type { RarcRow } from '../triage/rarc-table.ts';
import type { OwnCalendar } from './own-calendar.ts';
import type { RuleKind, RuleVersion } from './rule-version.ts';
import { sayInteraction } from './say-interaction.ts';

interface Words {
  label(row: never): string;
  summary(row: never): string;
}

const WORDS: Record<RuleKind, Words> = {
  clock: { label: ({ stage }: ClockRow) => stage, summary: sayClock },
  carc: { label: ({ label }: CarcRow) => label, summary: sayCarc },
  rarc: { label: ({ label }: RarcRow) => label, summary: sayRarc },
  interaction: { label: ({ label }: InteractionRow) => label, summary: sayInteraction },
  score: { label: ({ label }: ScoreRow) => label, summary: sayScore },
  path: { label: ({ path }: { path: PathId }) => pathRow(path).label, summary: sayGrounds },
  calendar: { label: () => 'Days and holidays of this organization', summary: sayCalendar },
};

/** What the rule is called. */
export const labelOf = ({ kind, row }: Pick<RuleVersion, 'kind' | 'row'>): string => WORDS[kind].label(row as never);

/** What it says, in one line. */
export const summaryOf = ({ kind, row }: Pick<RuleVersion, 'kind' | 'row'>): string =>
  WORDS[kind].summary(row as never);

const UNIT_WORDS: Record<Unit, string> = {
  hours: 'hours',
  calendarDays: 'calendar days',
  businessDays: 'business days',
  months: 'months',
};

function sayClock({ amount, amountWithTwoLevels, unit, anchor, roll, receiptPresumptionDays }: ClockRow): string {
  const count =
    amount === null
      ? `Its own number of ${UNIT_WORDS[unit]}`
      : `${amount} ${amount === 1 ? UNIT_WORDS[unit].slice(0, -1) : UNIT_WORDS[unit]}`;
  const more = [
    ...(amountWithTwoLevels === undefined ? [] : [`${amountWithTwoLevels} with two levels of appeal`]),
    ...(receiptPresumptionDays ? [`${receiptPresumptionDays} days presumed for the post`] : []),
    ...(roll === 'nextBusinessDay' ? ['to the next business day'] : []),
  ];
  return [`${count} from ${EVENT_WORDS[anchor]}`, ...more].join('; ');
}

function sayCarc({ class: name, classWhenPatientOwes, confidence = 'high' }: CarcRow): string {
  const owes = classWhenPatientOwes ? `, under PR ${denialClassRow(classWhenPatientOwes).label}` : '';
  return `${denialClassRow(name).label}${owes}; ${SURE[confidence]}`;
}

function sayRarc(row: RarcRow): string {
  const says = [
    ...(row.class ? [denialClassRow(row.class).label] : []),
    ...(row.classWhenPaid ? [`when paid ${denialClassRow(row.classWhenPaid).label}`] : []),
    ...(row.regime ? [`points to ${row.regime}`] : []),
    ...(row.rulesOut ? [`rules out ${row.rulesOut}`] : []),
    ...(row.opens ? ['opens a denial by itself'] : []),
    ...(row.startsNegotiation ? ['starts the open negotiation'] : []),
    ...(row.noAppealRights ? ['no appeal rights: resubmit'] : []),
  ];
  return says.length > 0 ? says.join('; ') : 'says nothing by itself';
}

function sayScore(row: ScoreRow): string {
  if ('each' in row) return `${signed(row.each)} for each, up to ${row.most}`;
  if ('bands' in row) {
    const say = BAND_WORDS[row.measure];
    return row.bands.map(({ atLeast, points }) => `${say(atLeast)} ${signed(points)}`).join('; ');
  }
  return Object.entries(row.points)
    .map(([value, points]) => `${(row.measure === 'class' && classLabel(value)) || value} ${signed(points)}`)
    .join('; ');
}
const classLabel = (name: string): string | undefined => DENIAL_CLASSES.find((row) => row.class === name)?.label;
const BAND_WORDS: Record<BandRow['measure'], (atLeast: number) => string> = {
  amountCents: (cents) => `from $${(cents / 100).toLocaleString('en-US')}`,
  businessDaysLeft: (days) => (days < 0 ? 'once it has passed' : `from ${days} business days`),
};
const signed = (points: number): string => (points > 0 ? `+${points}` : String(points));

const conditionSays = (id: string): string => CONDITIONS.find(({ condition }) => condition === id)?.says ?? id;
function sayGrounds({ grounds }: { grounds: readonly GroundRow[] }): string {
  const say = ({ all, unless = [], likely }: GroundRow): string =>
    [...all.map(conditionSays), ...unless.map((id) => `Unless: ${conditionSays(id)}`), `(${SURE[likely]})`].join(' ');
  return grounds.map(say).join(' Or: ');
}

function sayCalendar({ observedHolidays, extraMarginDays, closures }: OwnCalendar): string {
  const days = closures.length === 0 ? 'no days off besides' : `closed on ${closures.join(', ')}`;
  return `Observed holidays ${observedHolidays ? 'count' : 'do not count'}; ${extraMarginDays} business days of extra margin; ${days}`;
}
