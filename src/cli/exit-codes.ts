/** 0: no error; 1: at least one finding of severity error; 2: could not run; 130: broken off by the user. */
export const exitCodes = { clean: 0, errors: 1, failed: 2, interrupted: 130 } as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]
