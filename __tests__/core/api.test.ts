import { expect, it } from '@jest/globals';
import * as core from '../../packages/core/lib/index.js';
import * as node from '../../packages/core/lib/node/index.js';

it('the library exports these names, and another one only on purpose', () => {
  expect(Object.keys(core).toSorted()).toEqual([
    'DcrError',
    'ERROR_CODES',
    'LOGOUT_OUTCOMES',
    'Secret',
    'chooseStateDirectory',
    'composeCommandEnvironment',
    'composeMaskCommands',
    'deriveMaskedForms',
    'formatTime',
    'inspectTargets',
    'listSessions',
    'login',
    'loginAll',
    'logout',
    'parseRegistry',
    'planRotation',
    'printPullSecret',
    'pullSecret',
    'quoteForeignText',
    'redactText',
    'rotate',
    'tidyPassword',
    'toDcrError',
    'verify',
  ]);
  expect(Object.keys(node)).toEqual(['createLoginPorts', 'createNodePorts']);
});
