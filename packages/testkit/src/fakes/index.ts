// Apart from the main door: these load a validator and half a megabyte of cryptography.
export { limitPrimary, limitSecondary } from './github/answers.ts';
export { startFakeGithub } from './github/server.ts';
export type { FakeGithub, FakeGithubOptions, FakeToken } from './github/server.ts';
export { limitGitlab, startFakeGitlab } from './gitlab/server.ts';
export type { FakeGitlab, FakeGitlabOptions, FakeGitlabToken } from './gitlab/server.ts';
export type { FakeVariable } from './gitlab/state.ts';
export { startFakeJenkins } from './jenkins/server.ts';
export type { FakeJenkins, FakeJenkinsOptions } from './jenkins/server.ts';
export { startFakeServer } from './server.ts';
export type { FakeAnswer, FakeRequest, FakeServer, FakeServerOptions, Fault, JournalEntry } from './server.ts';
