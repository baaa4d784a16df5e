/** 0: no error; 1: at least one finding of severity error; 2: could not run; 3: a server whose database was lost, to be started again; 130: broken off by the user. */
export const exitCodes = { clean: 0, errors: 1, failed: 2, lost: 3, interrupted: 130 } as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]
