import { Textarea, TextInput } from '@mantine/core';
import { type FieldProps, labelled, textOf } from './field-props.ts';

export function TextField(props: FieldProps) {
  return (
    <TextInput
      {...labelled(props)}
      value={textOf(props.value)}
      onChange={({ currentTarget }) => props.onChange(currentTarget.value)}
      autoComplete="off"
      maxLength={2000}
    />
  );
}

export function LongTextField(props: FieldProps) {
  return (
    <Textarea
      {...labelled(props)}
      rows={4}
      value={textOf(props.value)}
      onChange={({ currentTarget }) => props.onChange(currentTarget.value)}
      resize="vertical"
      maxLength={10_000}
    />
  );
}

/** The browser's own date input: typed or picked, in the reader's order, kept as `YYYY-MM-DD`. */
export function DateField(props: FieldProps) {
  return (
    <TextInput
      {...labelled(props)}
      type="date"
      max="2199-12-31"
      value={textOf(props.value)}
      onChange={({ currentTarget }) => props.onChange(currentTarget.value)}
    />
  );
}

export function NumberField(props: FieldProps) {
  return (
    <TextInput
      {...labelled(props)}
      inputMode="numeric"
      value={textOf(props.value)}
      onChange={({ currentTarget }) => props.onChange(currentTarget.value)}
    />
  );
}

export function AmountField(props: FieldProps) {
  return (
    <TextInput
      {...labelled(props)}
      inputMode="decimal"
      leftSection="$"
      value={textOf(props.value)}
      onChange={({ currentTarget }) => props.onChange(currentTarget.value)}
    />
  );
}

/** Codes: one, or several parted by commas or spaces. */
export function CodeField(props: FieldProps) {
  const { field, value, onChange } = props;
  const shown = Array.isArray(value) ? (value as string[]).join(', ') : textOf(value);
  return (
    <TextInput
      {...labelled(props)}
      {...(field.many && { description: 'Several: with a comma between them.' })}
      classNames={{ input: 'mono' }}
      defaultValue={shown}
      spellCheck={false}
      autoComplete="off"
      onChange={({ currentTarget }) =>
        onChange(field.many ? currentTarget.value.split(/[\s,;]+/).filter(Boolean) : currentTarget.value)
      }
    />
  );
}
