const INSPECT = Symbol.for('nodejs.util.inspect.custom');

/**
 * A value that does not print: string conversion, JSON and `util.inspect` all give `[secret]`. Only `reveal` gives it
 * out, and each caller of `reveal` is a place to guard.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return '[secret]';
  }

  toJSON(): string {
    return '[secret]';
  }

  [INSPECT](): string {
    return '[secret]';
  }
}
