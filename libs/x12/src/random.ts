/** Numbers that look random and come out the same for the same seed. Algorithm: mulberry32 (Tommy Ettinger, public domain). */
export class SeededRandom {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** In [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  pick<T>(rows: readonly [T, ...T[]]): T {
    return rows[this.between(0, rows.length - 1)]!;
  }

  /** A row, as often as its `weight` says. */
  weighted<T extends { weight: number }>(rows: readonly [T, ...T[]]): T {
    let left = this.next() * rows.reduce((sum, { weight }) => sum + weight, 0);
    return rows.find(({ weight }) => (left -= weight) < 0) ?? rows[0];
  }
}

/** A seed for a text: the same text, the same seed (FNV-1a). */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
