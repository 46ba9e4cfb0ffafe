import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { sentenceOf } from '../api/problem.ts';
import { usersQuery } from '../tasks/task-queries.ts';
import { type FieldProps, labelled, textOf } from './field-props.ts';

/** One of the organization's people; whether the task may be theirs is the API's to say. */
export function PersonField({ value, onChange, ...props }: FieldProps) {
  const { data, error } = useQuery(usersQuery);
  const people = (data?.items ?? []).map(({ id, name, role }) => ({ value: id, label: `${name}, ${role}` }));
  return (
    <NativeSelect
      {...labelled({ ...props, error: props.error ?? (error ? sentenceOf(error) : undefined) })}
      data={[{ value: '', label: 'Choose…' }, ...people]}
      value={textOf(value)}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
