export interface FakeVariable {
  readonly key: string;
  readonly value: string;
  readonly variable_type: 'env_var' | 'file';
  readonly protected: boolean;
  readonly masked: boolean;
  readonly hidden: boolean;
  readonly raw: boolean;
  readonly environment_scope: string;
  readonly description: string | null;
}

export interface FakeOwner {
  readonly id: number;
  readonly archived: boolean;
  /** Of the tokens' user: 30 Developer, 40 Maintainer, 50 Owner. */
  readonly role: number;
  /** Of a group: whether it knows environment scopes. */
  readonly premium: boolean;
  readonly variables: FakeVariable[];
}

/** Projects and groups with their variables. */
export class GitlabState {
  readonly #owners = new Map<string, FakeOwner>();
  readonly #moved = new Map<string, string>();

  add(kind: 'projects' | 'groups', path: string, details: Partial<FakeOwner> = {}): FakeOwner {
    const owner = { id: 1 + this.#owners.size, archived: false, role: 50, premium: true, variables: [], ...details };
    this.#owners.set(`${kind} ${path}`, owner);
    return owner;
  }

  /** The old path leads to the new one by a redirect to its number. */
  move(kind: 'projects' | 'groups', from: string, to: string): void {
    const owner = this.#owners.get(`${kind} ${from}`);
    if (owner === undefined) throw new Error(`no ${kind} ${from}`);
    this.#owners.delete(`${kind} ${from}`);
    this.#owners.set(`${kind} ${to}`, owner);
    this.#moved.set(`${kind} ${from}`, String(owner.id));
  }

  find(kind: string, path: string): FakeOwner | undefined {
    if (/^\d+$/u.test(path))
      return [...this.#owners].find(([key, { id }]) => key.startsWith(kind) && id === Number(path))?.[1];
    return this.#owners.get(`${kind} ${path}`);
  }

  findMoved(kind: string, path: string): string | undefined {
    return this.#moved.get(`${kind} ${path}`);
  }

  setVariable(kind: 'projects' | 'groups', path: string, variable: Partial<FakeVariable> & { key: string }): void {
    const owner = this.find(kind, path);
    if (owner === undefined) throw new Error(`no ${kind} ${path}`);
    const whole: FakeVariable = {
      value: '',
      variable_type: 'env_var',
      protected: false,
      masked: false,
      hidden: false,
      raw: false,
      environment_scope: '*',
      description: null,
      ...variable,
    };
    const index = owner.variables.findIndex(
      ({ key, environment_scope: scope }) => key === whole.key && scope === whole.environment_scope,
    );
    if (index < 0) owner.variables.push(whole);
    else owner.variables[index] = whole;
  }

  listVariables(kind: 'projects' | 'groups', path: string): readonly FakeVariable[] {
    return this.find(kind, path)?.variables ?? [];
  }
}
