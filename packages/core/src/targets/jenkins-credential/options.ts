export interface JenkinsCredentialOptions {
  /** Root of the Jenkins. */
  readonly url: string;
  /** `team-a` or `team-a/sub`; without it, the system's store. */
  readonly folder?: string;
  /** Default: the global domain. */
  readonly domain?: string;
  readonly id: string;
  /** Keeps the time of the last write in the description, the only thing of it that Jenkins tells again. */
  readonly marker?: 'description';
  /** Variable that holds the API token. Default `JENKINS_TOKEN`. */
  readonly tokenEnv?: string;
  /** Variable that holds the user. Default `JENKINS_USER`. */
  readonly userEnv?: string;
  /** Writes also what Configuration as Code would put back. */
  readonly force?: boolean;
}
