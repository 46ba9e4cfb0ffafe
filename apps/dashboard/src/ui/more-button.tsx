import { Button, type ButtonProps } from '@mantine/core';

interface Props extends ButtonProps {
  /** Of a list that is asked for page by page. */
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
}

/** The next page of a list, while there is one. */
export function MoreButton({ query, ...rest }: Props) {
  if (!query.hasNextPage) return null;
  return (
    <Button
      variant="default"
      w="fit-content"
      {...rest}
      loading={query.isFetchingNextPage}
      onClick={() => void query.fetchNextPage()}
    />
  );
}
