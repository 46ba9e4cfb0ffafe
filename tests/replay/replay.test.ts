import { beforeAll, describe, expect, it } from '@jest/globals';
import { BROKEN, DOMAIN_TABLES, edited, NO_TABLES, TABLE_EDITS } from './edits.ts';
import { beQuiet, bundleForReplay, factsTold, startedWith, replay, stepsOf, stored, storedNames } from './replay.ts';
import { domainValues, literalsOfWorkflows } from './tables.ts';

/** What a history must go on showing when it is recorded anew. */
const SHOWN: [string, RegExp][] = [
  ['exception-granted', /"close","reason":"paid-as-granted"/],
  ['exception-denied-appeal-won', /"close","reason":"paid-after-appeal"/],
  ['in-network-corrected', /"close","reason":"paid-after-correction"/],
  ['silent', /"raise-tier","purpose":"appeal","tier":"overdue"/],
  ['protective-appeal-then-granted', /"settle-appeal","level":1,"how":"granted"/],
  ['payer-silent-appeal-lost', /"payer-silent"/],
  ['commands', /"key":"gather-directory-proof\/again-2"/],
  ['commands', /"state":"refused"/],
  ['commands', /"close","reason":"withdrawn"/],
  ['answers-unawaited', /"note","code":"payer-approved","values":{"regards":"exception"}/],
  ['answers-unawaited', /"kind":"check-payment","why":"promise-in-doubt"/],
  ['answers-unawaited', /"close","reason":"lost"/],
  ['answers-unawaited-late', /"kind":"rescue","why":"partly"/],
  ['appeal-answered-early', /"key":"rescue\/appeal-denied\/unawaited\/appeal-denied\/appeal\/1"/],
  ['appeal-answered-early', /"key":"rescue\/appeal-denied\/appeal\/1"/],
  ['appeal-answered-while-corrected', /"key":"rescue\/more-information\/unawaited\/more-information\/appeal\/1"/],
  ['appeal-answered-while-corrected', /"settle-appeal","level":1,"how":"lost"/],
  ['gate-closes', /"close","reason":"too-late"/],
  ['rescue-handed-on', /"giveTo":"named","namedIn":"rescue\/partly/],
  ['regime-found', /"open-task","key":"find-regime\/2","kind":"find-regime","why":"regime-still-open"/],
  ['regime-found', /"cancel-task","key":"find-regime\/3","why":"regime-settled"/],
  ['regime-found', /"cancel-task","key":"find-regime\/3\/again-2","why":"closed"/],
];

const names = storedNames();
let code: string;
beforeAll(async () => {
  beQuiet();
  code = await bundleForReplay();
}, 120_000);

describe('open denials survive upgrades', () => {
  it('every stored history replays, and writes the very steps that were written', async () => {
    expect(names.length).toBeGreaterThan(10);
    expect(await replay(code, stored(...names))).toEqual(Object.fromEntries(names.map((name) => [name, null])));
  }, 120_000);

  it.each(SHOWN)('%s shows %s', (name, what) => {
    const steps = Object.values(stored(name)).flatMap(stepsOf);
    expect(steps.flatMap(({ ops }) => ops.map((op) => JSON.stringify(op))).join('\n')).toMatch(what);
  });

  it('continued-as-new hands over a wait with an open task, two tiers raised and a message that came early', () => {
    const [second] = Object.values(stored('continued-as-new.run-2'));
    expect(startedWith(second!)?.carried).toMatchObject({
      stage: 'await-response',
      tiers: [expect.stringContaining('T-20'), expect.stringContaining('T-10')],
      open: { 'chase/exception/1/acknowledgement': expect.anything() },
      early: [{ kind: 'facts-changed' }],
    });
  });

  it('before the patch a supervisor was asked, after it not', () => {
    const rescues = Object.values(stored('appeal-forced.before-patch', 'appeal-forced')).map(
      (history) => JSON.stringify(stepsOf(history)).split('"why":"straight-to-appeal"').length - 1,
    );
    expect(rescues).toEqual([1, 0]);
  });

  it.each([
    ['answers-unawaited.before-patch', /"open-task","key":"check-payment/, /"promise-in-doubt"/],
    ['appeal-answered-early.before-patch', /"key":"rescue\/appeal-denied\/appeal\/1"/, /"key":"rescue\/[^"]*unawaited/],
    ['gate-closes.before-patch', /"close","reason":"withdrawn"/, /"close","reason":"too-late"/],
    ['rescue-handed-on.before-patch', /"kind":"rescue"/, /"namedIn"/],
  ])('%s shows %s and not %s', (name, what, not) => {
    const steps = JSON.stringify(Object.values(stored(name)).flatMap(stepsOf));
    expect(steps).toMatch(what);
    expect(steps).not.toMatch(not);
  });

  it('before the patch nobody was asked which rules apply, though the facts told that it is open', () => {
    const [history] = Object.values(stored('regime-found.before-patch'));
    expect(factsTold(history!).map(({ regimeOpen }) => regimeOpen)).toContain(true);
    expect(JSON.stringify(stepsOf(history!))).not.toContain('find-regime');
  });

  it.each(Object.entries(BROKEN))(
    'a broken workflow is noticed: %s',
    async (_, { edit, history }) => {
      expect(await replay(edited(code, edit), stored(history))).toEqual({
        [history]: expect.stringMatching(/^(DeterminismViolationError|Step \d+ of \d+ differs)/),
      });
    },
    60_000,
  );
});

describe('a table that workflow code reads is workflow code', () => {
  it('every table is known here', () => {
    const known = [...TABLE_EDITS.map(({ name }) => name), ...Object.keys(NO_TABLES)];
    const found = [...literalsOfWorkflows(), ...domainValues().map((name) => DOMAIN_TABLES[name] ?? name)];
    expect(found.sort()).toEqual([...known].sort());
  });

  it.each(TABLE_EDITS)(
    'an edited row of $name is noticed',
    async ({ edit, history }) => {
      expect(await replay(edited(code, edit), stored(history))).toEqual({ [history]: expect.any(String) });
    },
    60_000,
  );
});
