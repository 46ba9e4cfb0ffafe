import { Tooltip } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';

/** A short note on hover and focus; Mantine links it to what it describes. */
export function Tip({ label, children }: { label: ReactNode; children: ReactElement }) {
  return (
    <Tooltip label={label} multiline maw={320} fz="xs">
      {children}
    </Tooltip>
  );
}
