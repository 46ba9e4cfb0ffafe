import { expect, it } from '@jest/globals';
import type { Desk } from './desk.ts';

/** A list as long as a big office has, made up at the browser's door. */
export function longList(desk: () => Desk): void {
  it('of ten thousand rows only those in sight are drawn', async () => {
    const answer = await desk().page.request.get(desk().url('/api/denials?limit=1'));
    const [row] = ((await answer.json()) as { items: Record<string, unknown>[] }).items;
    await desk().page.route(/\/api\/denials\?/, (route) => {
      const query = new URL(route.request().url()).searchParams;
      const [from, limit] = [Number(query.get('cursor') ?? 0), 500];
      const items = Array.from({ length: limit }, (_, place) => ({
        ...row,
        id: `00000000-0000-7000-8000-${String(from + place).padStart(12, '0')}`,
        claimNumberTail: String(from + place).padStart(4, '0'),
      }));
      const nextCursor = from + limit < 10_000 ? String(from + limit) : null;
      return route.fulfill({ json: { items, total: 10_000, nextCursor } });
    });
    await desk().open('/denials');
    await desk().seen('10,000 open denials');
    const end = desk().page.getByRole('link', { name: '…9999' });
    await expect(
      desk().page.evaluate(async () => {
        const scroller = document.querySelector('[role=table]')!.parentElement!;
        let most = 0;
        while (!document.body.innerText.includes('…9999')) {
          scroller.scrollTop = scroller.scrollHeight;
          await new Promise(requestAnimationFrame);
          most = Math.max(most, document.querySelectorAll('[role=row]').length);
        }
        return most;
      }),
    ).resolves.toBeLessThan(80);
    await end.waitFor();
    await desk().page.unroute(/\/api\/denials\?/);
  });
}
