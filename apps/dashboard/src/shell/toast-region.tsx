import { ActionIcon, Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { KeyHint } from '../ui/act-button.tsx';
import { Icon } from '../ui/icon.tsx';
import { removeToast, type Toast, useToasts } from './toasts.ts';
import styles from './toast-region.module.css';

/** One region for what was done and can be undone. Readers hear the text once; the seconds stay silent. */
export function ToastRegion() {
  const toasts = useToasts();
  return (
    <div className={styles.region} role="status" aria-label="What just happened">
      {toasts.map((toast) => (
        <ToastLine key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function ToastLine({ toast }: { toast: Toast }) {
  return (
    <div className={styles.toast} data-tone={toast.tone}>
      <span>{toast.text}</span>
      {toast.act && (
        <Button
          size="compact-sm"
          variant="white"
          rightSection={<KeyHint keys="z" />}
          onClick={() => {
            removeToast(toast.id);
            toast.act?.run();
          }}
        >
          {toast.act.label} <SecondsLeft endsAtMs={toast.endsAtMs} />
        </Button>
      )}
      <ActionIcon
        variant="transparent"
        c="inherit"
        aria-label="Close"
        onClick={() => {
          removeToast(toast.id);
          toast.onDismiss?.();
        }}
      >
        <Icon name="close" size={14} />
      </ActionIcon>
    </div>
  );
}

function SecondsLeft({ endsAtMs }: { endsAtMs: number }) {
  const left = () => Math.max(0, Math.ceil((endsAtMs - Date.now()) / 1000));
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    const timer = setInterval(() => setSeconds(left()), 250);
    return () => clearInterval(timer);
  });
  return (
    <span aria-hidden="true" className={styles.seconds}>
      {seconds}
    </span>
  );
}
