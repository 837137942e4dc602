import type { CommandContract } from './command.ts';
import { EVERYWHERE } from './common.ts';

export const COMPLETION = {
  name: 'completion',
  summary: 'Print the completion script of a shell',
  examples: [
    { line: 'source <(dcr-login completion bash)', says: 'in ~/.bashrc' },
    { line: 'dcr-login completion zsh > "${fpath[1]}/_dcr-login"', says: 'once' },
    { line: 'dcr-login completion fish > ~/.config/fish/completions/dcr-login.fish', says: 'once' },
  ],
  arguments: [{ name: 'SHELL', help: 'bash, zsh or fish', required: true, choices: ['bash', 'zsh', 'fish'] }],
  options: { ...EVERYWHERE },
} as const satisfies CommandContract;
