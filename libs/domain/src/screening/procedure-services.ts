/** Ancillary care that a procedure names by its section of CPT. */
interface ProcedureSectionRow {
  /** As in the table of ancillary services. */
  service: string;
  from: string;
  to: string;
}
const SECTIONS: readonly ProcedureSectionRow[] = [
  { service: 'anesthesiology', from: '00100', to: '01999' },
  { service: 'radiology', from: '70010', to: '79999' },
  { service: 'pathology', from: '80047', to: '89398' },
];

/** The ancillary service that all procedures belong to; undefined when one of them is something else, or there is none. */
export function serviceOf(procedures: readonly string[]): string | undefined {
  const services = new Set(
    procedures.map((code) => SECTIONS.find(({ from, to }) => code.length === 5 && from <= code && code <= to)?.service),
  );
  return services.size === 1 ? [...services][0] : undefined;
}
