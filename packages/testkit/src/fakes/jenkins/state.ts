export interface FakeStore {
  /** Domains with their credentials: id to the XML as it lies on disk, values in plain text. */
  readonly domains: Map<string, Map<string, string>>;
  readonly rights: readonly ('View' | 'Create' | 'Update')[];
}

const ALL_RIGHTS = ['View', 'Create', 'Update'] as const;

/** Stores of credentials: `` is the system's, `team-a/sub` that of a folder. */
export class JenkinsState {
  readonly #stores = new Map<string, FakeStore>();
  /** Ids that Configuration as Code exports; undefined: the plugin is not installed. */
  exported: readonly string[] | undefined;
  /** Whether the caller may see the whole configuration. */
  mayExport = true;
  /** An update is answered with 200 and forgotten, as when a listener of Jenkins vetoes it. */
  ignoresUpdates = false;

  constructor() {
    this.addStore('');
  }

  addStore(folder: string, rights: FakeStore['rights'] = ALL_RIGHTS): void {
    this.#stores.set(folder, { domains: new Map([['_', new Map()]]), rights });
  }

  addDomain(folder: string, domain: string): void {
    this.#stores.get(folder)?.domains.set(domain, new Map());
  }

  find(folder: string): FakeStore | undefined {
    return this.#stores.get(folder);
  }

  set(id: string, xml: string, { folder = '', domain = '_' } = {}): void {
    this.#stores.get(folder)?.domains.get(domain)?.set(id, xml);
  }

  /** The XML with its values, as no user ever sees it. */
  get(id: string, { folder = '', domain = '_' } = {}): string | undefined {
    return this.#stores.get(folder)?.domains.get(domain)?.get(id);
  }
}

/** What Jenkins shows of a credential. */
export function redact(xml: string): string {
  return xml.replace(/<(password|secret|passphrase)>[^<]*<\/\1>/gu, '<$1>\n    <secret-redacted/>\n  </$1>');
}
