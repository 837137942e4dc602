import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand, runToSuccess } from './command.ts';
import type { CommandResult } from './command.ts';
import { writeImage } from './image.ts';
import { requirePart } from './part.ts';

/** podman, buildah or skopeo with an image to push, all in a directory of its own. */
export interface ContainersClient {
  /** `image`: `HOST/name/repository:tag`, on plain http; `environment`: what points to the login. */
  push(image: string, environment: Readonly<Record<string, string>>): Promise<CommandResult>;
  /** From nothing: what was pulled or pushed before is not here any more. */
  pull(image: string, environment: Readonly<Record<string, string>>): Promise<CommandResult>;
}

/** The directory must exist, and be empty. */
export async function makeContainersClient(
  name: 'podman' | 'buildah' | 'skopeo',
  directory: string,
): Promise<ContainersClient> {
  const layout = join(directory, 'image');
  mkdirSync(layout);
  writeImage(layout);
  const base = { PATH: process.env['PATH'] ?? '', HOME: directory, TMPDIR: directory };
  const describe = (words: readonly string[], environment: Readonly<Record<string, string>> = {}) => {
    return { path: requirePart(name), arguments: words, environment: { ...base, ...environment }, directory };
  };
  let pulls = 0;
  if (name === 'skopeo') {
    const copy = (words: readonly string[], environment: Readonly<Record<string, string>>) =>
      runCommand(describe(['copy', ...words], environment));
    return {
      push: (image, env) => copy(['--dest-tls-verify=false', `oci:${layout}:latest`, `docker://${image}`], env),
      pull: (image, env) =>
        copy(['--src-tls-verify=false', `docker://${image}`, `dir:${join(directory, `pulled-${(pulls += 1)}`)}`], env),
    };
  }
  // vfs works on top of every file system, and for an image of nothing it is no slower.
  const locate = (storage: string) => {
    const [root, runroot] = [join(directory, storage), join(directory, `${storage}-run`)];
    return ['--root', root, '--runroot', runroot, '--storage-driver', 'vfs'];
  };
  // By its relative path: buildah makes a name of it, which may have no upper-case letters.
  await runToSuccess(describe([...locate('pushes'), 'pull', 'oci:image:latest']));
  const { stdout } = await runToSuccess(describe([...locate('pushes'), 'images', '--quiet']));
  const [id = ''] = stdout.trim().split('\n');
  return {
    push: (image, environment) =>
      runCommand(describe([...locate('pushes'), 'push', '--tls-verify=false', id, `docker://${image}`], environment)),
    pull: (image, environment) =>
      runCommand(
        describe([...locate(`pulls-${(pulls += 1)}`), 'pull', '--tls-verify=false', `docker://${image}`], environment),
      ),
  };
}
