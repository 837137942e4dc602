export type { Diagnosis, DoctorRequest } from './doctor.ts';
export { diagnose } from './doctor.ts';
export type { DoctorFinding, Level } from './finding.ts';
