// The only adapters of the ports.
export { createLoginPorts } from './login-ports.ts';
export { createNodePorts } from './ports.ts';
