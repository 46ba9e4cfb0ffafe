import { expect, it } from '@jest/globals';
import { serviceOf } from './procedure-services.ts';

it.each([
  [['72148'], 'radiology'],
  [['70553', '77002'], 'radiology'],
  [['00142'], 'anesthesiology'],
  [['88305'], 'pathology'],
  [['72148', '63030'], undefined],
  [['0275T'], undefined],
  [['G0283'], undefined],
  [[], undefined],
])('%o: %s', (procedures, service) => expect(serviceOf(procedures)).toBe(service));
