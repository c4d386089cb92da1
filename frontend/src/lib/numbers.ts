const whole = new Intl.NumberFormat('en-GB')
const upToOne = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })

export function formatCount(count: number): string {
  return whole.format(count)
}

/** "37.5 hours" */
export function formatHours(hours: number): string {
  return `${upToOne.format(hours)} ${hours === 1 ? 'hour' : 'hours'}`
}

/** "1 learner", "1,204 learners" */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${whole.format(count)} ${count === 1 ? one : many}`
}

const pounds = new Intl.NumberFormat('en-GB', {
  style: 'currency',
  currency: 'GBP',
  trailingZeroDisplay: 'stripIfInteger',
})

/** 680000 as "£6,800", 513 as "£5.13" */
export function formatMoney(pence: number): string {
  return pounds.format(pence / 100)
}
