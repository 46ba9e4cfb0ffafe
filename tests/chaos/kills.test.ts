import { describeKills } from './kill-tests.ts';

describeKills(Number(process.env['OVERTURN_KILLS'] ?? 1));
