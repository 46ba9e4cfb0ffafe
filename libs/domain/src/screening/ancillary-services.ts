/** Care that is protected at a participating facility whatever the patient signed. */
export interface AncillaryRow {
  service: string;
  label: string;
  /** Beginnings of taxonomy codes. */
  taxonomies: readonly string[];
  /** Whether the link from taxonomy to service was read in a source. */
  verified: boolean;
}

export const ANCILLARY_SERVICES: readonly AncillaryRow[] = [
  { service: 'radiology', label: 'Radiology', taxonomies: ['2085'], verified: true },
  { service: 'emergency-medicine', label: 'Emergency medicine', taxonomies: ['207P'], verified: false },
  { service: 'anesthesiology', label: 'Anesthesiology', taxonomies: ['207L'], verified: false },
  { service: 'pathology', label: 'Pathology', taxonomies: ['207Z'], verified: false },
  { service: 'neonatology', label: 'Neonatology', taxonomies: ['2080N'], verified: false },
  { service: 'hospitalist', label: 'Hospitalist', taxonomies: ['208M'], verified: false },
  { service: 'intensivist', label: 'Intensivist', taxonomies: ['207RC02'], verified: false },
  { service: 'assistant-surgeon', label: 'Assistant surgeon', taxonomies: [], verified: false },
  { service: 'diagnostic', label: 'Diagnostic services, laboratory too', taxonomies: [], verified: false },
];

/** The ancillary service, named or by the rendering provider's taxonomy; undefined when it is none, or not known. */
export const ancillaryService = (
  { service, taxonomy }: { service?: string | undefined; taxonomy?: string | undefined },
  rows: readonly AncillaryRow[] = ANCILLARY_SERVICES,
): AncillaryRow | undefined =>
  rows.find((row) => row.service === service) ??
  rows.find((row) => taxonomy !== undefined && row.taxonomies.some((begin) => taxonomy.startsWith(begin)));
