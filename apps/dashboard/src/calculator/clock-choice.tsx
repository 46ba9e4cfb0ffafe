import { type ComboboxParsedItem, type OptionsFilter, Select } from '@mantine/core';
import type { ClockView } from '@overturn/contracts';
import { owedWords, regimeWords } from './clock-words.ts';

interface Props {
  clocks: readonly ClockView[];
  chosen: string | undefined;
  error: string | undefined;
  onChoose: (clock: ClockView | undefined) => void;
}

/** Every clock by its regime; found by its words, its regime or its id. */
export function ClockChoice({ clocks, chosen, error, onChoose }: Props) {
  const clock = clocks.find(({ id }) => id === chosen);
  const groups = [...new Set(clocks.map(({ regime }) => regime))].map((regime) => ({
    group: regimeWords(regime),
    items: clocks.filter((one) => one.regime === regime).map(({ id, stage }) => ({ value: id, label: stage })),
  }));
  return (
    <Select
      label="Clock"
      placeholder="Search: appeal, hearing, erisa…"
      description={clock && `${regimeWords(clock.regime)}, ${owedWords(clock.owedBy)}. ${clock.citation}.`}
      error={error}
      data={groups}
      value={clock?.id ?? null}
      onChange={(id) => onChoose(clocks.find((one) => one.id === id))}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': 'Choose no clock' }}
      filter={byWords}
      maxDropdownHeight={360}
      nothingFoundMessage="No clock has these words."
      renderOption={({ option }) => (
        <span>
          {option.label} <span className="quiet mono">{option.value}</span>
        </span>
      )}
    />
  );
}

const byWords: OptionsFilter = ({ options, search }) => {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const has = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  return options.flatMap((option): ComboboxParsedItem[] => {
    if (!('group' in option)) return [option];
    const { group } = option;
    const items = option.items.filter(({ label, value }) => has(`${String(group)} ${label} ${value}`));
    return items.length > 0 ? [{ group, items }] : [];
  });
};
