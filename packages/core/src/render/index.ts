// The door for renderers: facts in, text out; they decide nothing.
export { renderPlan } from './plan.ts';
export { describeProof } from './proof.ts';
export { renderPullSecretJson, renderPullSecretText } from './pull-secret.ts';
export { renderReportJson, renderReportMarkdown, renderReportText } from './report.ts';
export { renderStatusJson, renderStatusText } from './status.ts';
export { describeTime } from './time.ts';
export { parsePlan } from '../rotation/plan.ts';
