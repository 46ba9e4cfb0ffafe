/**
 * What a statement is without its values: a template at its place in the code, with the fragments spliced into it.
 * Each is put together and named once, since for a long text that costs more than sending it.
 */
export class StatementShape {
  static #count = 0;
  text: string | undefined;
  readonly name = `prepared_${StatementShape.#count++}`;
  readonly #next = new Map<unknown, StatementShape>();

  /** The shape that continues with this: a template, a fragment's own shape, or a value's place. */
  with(part: unknown): StatementShape {
    const next = this.#next.get(part) ?? new StatementShape();
    this.#next.set(part, next);
    return next;
  }
}
