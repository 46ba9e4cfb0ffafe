import { useDebouncedValue } from '@mantine/hooks';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { calculatorSearch, type Question } from './calculator-search.ts';

const SETTLED_MS = 200;
const keyOf = (question: Question): string => JSON.stringify(calculatorSearch({ ...question }));

/**
 * What is typed, and what it settled to. The URL follows the settled question, so a date that is being typed is not
 * written back into its field; a link or Back that brings another question wins.
 */
export function useQuestion() {
  const search = useSearch({ from: '/signed-in/calculator' });
  const navigate = useNavigate({ from: '/calculator' });
  const [typed, setTyped] = useState<Question>(search);
  const [settled] = useDebouncedValue(typed, SETTLED_MS);
  const [seen, setSeen] = useState(keyOf(search));
  if (keyOf(search) !== seen) {
    setSeen(keyOf(search));
    if (keyOf(search) !== keyOf(settled)) setTyped(search);
  }
  useEffect(() => {
    void navigate({ search: calculatorSearch(settled), replace: true });
  }, [navigate, settled]);
  return { typed, settled, setTyped };
}
