import { Checkbox, Group, NativeSelect, Radio, Stack } from '@mantine/core';
import { type FieldProps, labelled, textOf } from './field-props.ts';

const MOST_RADIOS = 5;

/** Few options stand open, many fold into the browser's own list. */
export function ChoiceField(props: FieldProps) {
  const { field, value, onChange } = props;
  const options = field.options ?? [];
  if (field.many) {
    return (
      <Checkbox.Group {...labelled(props)} value={Array.isArray(value) ? (value as string[]) : []} onChange={onChange}>
        <Stack gap={6} mt={6}>
          {options.map((option) => (
            <Checkbox key={option.value} value={option.value} label={option.label} />
          ))}
        </Stack>
      </Checkbox.Group>
    );
  }
  if (props.isCell || options.length > MOST_RADIOS) {
    return (
      <NativeSelect
        {...labelled(props)}
        data={options.some(({ value: one }) => one === '') ? options : [{ value: '', label: 'Choose…' }, ...options]}
        value={textOf(value)}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    );
  }
  return (
    <Radio.Group {...labelled(props)} value={textOf(value)} onChange={onChange}>
      <Group gap="md" mt={6} mb={field.help ? 6 : 0}>
        {options.map((option) => (
          <Radio key={option.value} value={option.value} label={option.label} />
        ))}
      </Group>
    </Radio.Group>
  );
}

/** Three states: yes, no, and not asked. */
export function YesNoField(props: FieldProps) {
  return (
    <Radio.Group {...labelled(props)} value={textOf(props.value)} onChange={props.onChange}>
      <Group gap="md" mt={6}>
        <Radio value="yes" label="Yes" />
        <Radio value="no" label="No" />
        <Radio value="" label="Not asked" />
      </Group>
    </Radio.Group>
  );
}
