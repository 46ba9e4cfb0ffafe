import { Modal, type ModalProps } from '@mantine/core';
import { useFocusBack } from './use-focus-back.ts';

/** A dialog that is open while it is drawn. */
export function Dialog(props: Omit<ModalProps, 'opened'>) {
  useFocusBack(true);
  return <Modal closeButtonProps={{ 'aria-label': 'Close' }} {...props} opened returnFocus={false} />;
}
