/** How a server was started. */

export interface Settings {
  readonly version: string
  /** Folder of the built web application; null where it was not built. */
  readonly web: string | null
  /** Asked for at the first run in a browser: whoever reads the terminal has it. */
  readonly setUpToken: string
  /** Requests a minute from one address; 0: no limit. */
  readonly perMinute: number
  /** Trusts the address that a proxy in front gives, and the https it speaks. */
  readonly behindProxy: boolean
}
