import { Tabs } from '@mantine/core';
import type { DenialView } from '@overturn/contracts';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import surface from '../ui/surface.module.css';
import { DeadlinesTab } from './deadlines-tab.tsx';
import type { DenialTab } from './denial-page-search.ts';
import { DocumentsTab } from './documents-tab.tsx';
import { EvidenceTab } from './evidence-tab.tsx';
import { LinesTab } from './lines-tab.tsx';
import { TimelineTab } from './timeline-tab.tsx';

/** The record behind the page; which tab is open stands in the URL. */
export function DenialTabs({ denial, onTask }: { denial: DenialView; onTask: (taskId: string) => void }) {
  const navigate = useNavigate({ from: '/denials/$denialId' });
  const { tab = 'timeline', document } = useSearch({ from: '/signed-in/denials/$denialId' });
  const tabs: { tab: DenialTab; label: string; count?: number; panel: ReactNode }[] = [
    { tab: 'timeline', label: 'Timeline', panel: <TimelineTab denialId={denial.id} /> },
    {
      tab: 'lines',
      label: 'Lines and codes',
      count: denial.lines.length,
      panel: <LinesTab lines={denial.lines} claim={denial} />,
    },
    {
      tab: 'evidence',
      label: 'Evidence',
      count: denial.evidence.length,
      panel: <EvidenceTab denial={denial} onTask={onTask} />,
    },
    {
      tab: 'documents',
      label: 'Documents',
      count: denial.documents.length,
      panel: <DocumentsTab denial={denial} openId={document} />,
    },
    {
      tab: 'deadlines',
      label: 'Deadlines',
      count: denial.deadlines.length,
      panel: <DeadlinesTab denial={denial} />,
    },
  ];
  return (
    <section className={surface.card} aria-label="Record">
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(value) => void navigate({ search: { tab: value as DenialTab }, replace: true, resetScroll: false })}
      >
        <Tabs.List mb="sm">
          {tabs.map((row) => (
            <Tabs.Tab key={row.tab} value={row.tab}>
              {row.label} {row.count !== undefined && <span className="quiet">{row.count}</span>}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map((row) => (
          <Tabs.Panel key={row.tab} value={row.tab}>
            {row.panel}
          </Tabs.Panel>
        ))}
      </Tabs>
    </section>
  );
}
