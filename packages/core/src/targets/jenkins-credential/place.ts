import { parseApiAddress } from '../../api/address.ts';
import { DcrError } from '../../errors.ts';
import type { TargetIdentity } from '../target.ts';
import type { JenkinsCredentialOptions } from './options.ts';

export interface JenkinsPlace extends TargetIdentity {
  readonly base: URL;
  readonly credential: string;
  /** `credential dcr-credentials in folder team-a`. */
  readonly label: string;
  /** Path of the domain below the base. */
  readonly domain: string;
  readonly isSystem: boolean;
  readonly marker: boolean;
  readonly force: boolean;
  readonly tokenEnv: string;
  readonly userEnv: string;
}

/** Throws `DCR_CONFIG_INVALID`. */
export function locateJenkinsCredential(options: JenkinsCredentialOptions): JenkinsPlace {
  const { id, folder = '', domain = '_', tokenEnv = 'JENKINS_TOKEN', userEnv = 'JENKINS_USER' } = options;
  const base = parseApiAddress(options.url, `url of jenkins-credential ${id}`);
  const levels = folder.split('/').filter((level) => level !== '');
  // Ids that the form of Jenkins takes; dots alone would climb out of the path.
  if (!/^[A-Za-z0-9_.-]+$/u.test(id) || [id, domain, ...levels].some((part) => /^\.{1,2}$/u.test(part)))
    throw new DcrError('DCR_CONFIG_INVALID', {
      message: `jenkins-credential cannot have the id ${JSON.stringify(id)}`,
    });
  const folders = levels.map((level) => `job/${encodeURIComponent(level)}/`).join('');
  const store = levels.length === 0 ? 'system' : 'folder';
  const address = `${base.host}${base.pathname.replace(/\/$/u, '')}`;
  const words = [
    'jenkins-credential',
    address,
    levels.length === 0 ? '' : `folder ${levels.join('/')}`,
    domain === '_' ? '' : `domain ${domain}`,
    id,
  ];
  const name = words.filter((word) => word !== '').join(' ');
  return {
    id: name,
    type: 'jenkins-credential',
    writes: [name],
    api: base.host,
    base,
    credential: id,
    label: `credential ${id}${levels.length === 0 ? '' : ` in folder ${levels.join('/')}`}`,
    domain: `${folders}credentials/store/${store}/domain/${encodeURIComponent(domain)}`,
    isSystem: levels.length === 0,
    marker: options.marker === 'description',
    force: options.force === true,
    tokenEnv,
    userEnv,
  };
}
