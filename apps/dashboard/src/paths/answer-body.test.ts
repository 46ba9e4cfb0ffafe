import { describe, expect, it } from '@jest/globals';
import { screeningFactsBody } from '@overturn/contracts/screening-facts';
import type { ScreeningFactView } from '@overturn/contracts';
import { answerBody, emptyFault, factFields, startOf } from './answer-body.ts';

const told = (name: ScreeningFactView['name'], value: unknown): ScreeningFactView => ({
  ...{ name, value, question: '', answer: '', saidBy: null, toldOn: '2026-11-20', source: null },
  ...{ by: { kind: 'person', id: null, name: 'Dana' }, at: '2026-11-20T10:00:00Z' },
});
const row = { provider: 'A', contactedOn: '2026-11-02', distanceMiles: 80, canDoIt: false, answer: 'No' };
const NONE = { screeningFacts: [] };

describe('the form of an answer', () => {
  it('starts from what was told before', () => {
    const screeningFacts = [told('rateAgreed', false), told('maxMiles', 30), told('alternatives', [row])];
    expect(startOf(['rateAgreed', 'maxMiles', 'alternatives', 'county'], { screeningFacts }, '2026-11-23')).toEqual({
      toldOn: '2026-11-23',
      rateAgreed: 'no',
      maxMiles: '30',
      alternatives: [{ ...row, distanceMiles: '80', canDoIt: 'no' }],
    });
  });

  it('sends what is filled in, in the types of the api', () => {
    const values = {
      ...{ rateAgreed: 'no', maxMiles: '30', county: '', toldOn: '2026-11-23', saidBy: ' Ana ' },
      alternatives: [{ ...row, distanceMiles: '80', canDoIt: 'no' }],
    };
    const body = answerBody(['rateAgreed', 'maxMiles', 'county', 'alternatives'], values, NONE);
    expect(body).toEqual({
      facts: { rateAgreed: false, maxMiles: 30, alternatives: [row] },
      toldOn: '2026-11-23',
      saidBy: 'Ana',
    });
    expect(screeningFactsBody.safeParse(body).error).toBeUndefined();
  });

  it('takes back what was told and is empty now', () => {
    const screeningFacts = [told('maxMiles', 30), told('urgency', 'none')];
    expect(answerBody(['maxMiles'], { maxMiles: '' }, { screeningFacts }).facts).toEqual({ maxMiles: null });
  });

  it('says at its first field that nothing is answered', () => {
    expect(emptyFault(['urgency'], { facts: {} })).toEqual({ urgency: 'Urgency: answer it first.' });
    expect(emptyFault(['urgency'], { facts: { urgency: 'none' } })).toEqual({});
  });

  it('draws each fact with the check of its row', () => {
    expect(factFields(['urgency', 'contractEndNoticeOn']).map(({ name, type }) => [name, type])).toEqual([
      ['urgency', 'choice'],
      ['contractEndNoticeOn', 'date'],
    ]);
  });
});
