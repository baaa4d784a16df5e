/** The text of src/core/checks/index.ts as it must be. */
export function indexText(): string
