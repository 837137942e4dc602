// Writes everything that is made of the contract and the error union: marked blocks of documents, whole files where
// nothing in them is written by hand. With --check it writes nothing and fails where a file differs.
import fs from 'node:fs';
import process from 'node:process';
import { renderActionInputs, renderActionOutputs, renderInputTable, renderOutputTable } from './generate/action.mjs';
import { renderErrorPages, renderErrorTable } from './generate/errors.mjs';
import {
  COMPONENTS,
  renderComponentCli,
  renderComponentInputs,
  renderComponentTable,
  renderComponentVariables,
  renderInlinedShell,
} from './generate/gitlab.mjs';
import { renderCommandTable, renderHelpModule } from './generate/help.mjs';
import { replaceBlock } from './generate/block.mjs';
import { renderLawDocument } from './generate/law.mjs';
import { ACTION, ROTATE_ACTION } from '@nexqloud/dcr-core/contract';
import { renderRotateSchema } from '../packages/core/lib/config/rotate-shape.js';
import { format } from 'prettier';

const check = process.argv.includes('--check');
const { version } = JSON.parse(fs.readFileSync('packages/cli/package.json', 'utf8'));
const read = (file) => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '');
const options = JSON.parse(fs.readFileSync('package.json', 'utf8')).prettier;
const typescript = (text) => format(text, { ...options, parser: 'typescript' });
const markdown = (text) => format(text, { ...options, parser: 'markdown' });
const yaml = (text) => format(text, { ...options, parser: 'yaml' });

/** File → what it should be now. */
const files = {
  'packages/cli/src/generated/help.ts': () => typescript(renderHelpModule()),
  'packages/cli/src/generated/version.ts': () =>
    typescript(`/** Made by \`npm run generate\` from package.json. */\nexport const VERSION = '${version}';\n`),
  // A library of Jenkins has no package.json: this is how it knows which dcr-login it was made for.
  'packages/jenkins/resources/io/nexqloud/dcr/version.txt': () => `${version}\n`,
  'packages/cli/Dockerfile': () =>
    replaceBlock(
      read('packages/cli/Dockerfile'),
      'version',
      `LABEL org.opencontainers.image.version="${version}"`,
      '#',
    ),
  'packages/core/ERRORS.md': () => markdown(renderErrorPages()),
  // A Jenkins library cannot hold a link, and GitLab takes nothing but YAML from a component.
  'packages/jenkins/resources/io/nexqloud/dcr/dcr-login.sh': () => read('packages/shell/dcr-login.sh'),
  ...Object.fromEntries(COMPONENTS.map((name) => [`templates/${name}.yml`, () => yaml(renderComponent(name))])),
  'packages/core/ROTATION.md': () => markdown(renderLawDocument(read('packages/core/ROTATION.md'))),
  'packages/core/dcr-rotate.schema.json': () =>
    format(JSON.stringify(renderRotateSchema()), { ...options, parser: 'json' }),
  'action.yml': () => yaml(renderAction('action.yml', ACTION)),
  'rotate/action.yml': () => yaml(renderAction('rotate/action.yml', ROTATE_ACTION)),
  'README.md': () =>
    markdown(
      [
        ['inputs', renderInputTable(ACTION)],
        ['outputs', renderOutputTable(ACTION)],
        ['rotate inputs', renderInputTable(ROTATE_ACTION)],
        ['rotate outputs', renderOutputTable(ROTATE_ACTION)],
        ['commands', renderCommandTable()],
        ['errors', renderErrorTable()],
        ['components', renderComponentTable()],
      ].reduce((text, [name, content]) => replaceBlock(text, name, content), read('README.md')),
    ),
};

/** A component as it is, with the blocks that are made of something else as they should be. */
function renderComponent(name) {
  const blocks = [
    ['inputs', renderComponentInputs(name)],
    ['variables', renderComponentVariables(name)],
    ['shell', renderInlinedShell('      ')],
    ['cli', renderComponentCli('      ', version)],
  ];
  const text = read(`templates/${name}.yml`);
  return blocks
    .filter(([block]) => text.includes(`# generated ${block}\n`))
    .reduce((whole, [block, content]) => replaceBlock(whole, block, content, '#'), text);
}

function renderAction(file, action) {
  const inputs = replaceBlock(read(file), 'inputs', renderActionInputs(action), '#');
  return replaceBlock(inputs, 'outputs', renderActionOutputs(action), '#');
}

const stale = [];
for (const [file, render] of Object.entries(files)) {
  const text = await render();
  if (text === read(file)) continue;
  stale.push(file);
  if (!check) fs.writeFileSync(file, text);
}
if (check && stale.length > 0) {
  console.error(`not up to date: ${stale.join(', ')}; run npm run generate`);
  process.exit(1);
}
console.log(stale.length === 0 ? 'generated files are up to date' : `written: ${stale.join(', ')}`);
