import type { ReactNode } from 'react'
import { type demoAccounts, demoSignIn } from '#kernel/access/shared/api.ts'
import { isRole, roles } from '#kernel/access/shared/index.ts'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import { useAction } from '#platform/ui/desk/use-action.ts'

type DemoAccount = AnswerOf<typeof demoAccounts>['accounts'][number]

type DemoAccountsProps = { accounts: DemoAccount[]; onSignedIn: () => void }

/** One card for each role with what to look at there; everybody else folded below, gathered by unit. */
export const DemoAccounts = ({ accounts, onSignedIn }: DemoAccountsProps) => {
  const enter = useAction(demoSignIn, { onDone: onSignedIn, changes: [] })
  const door = { busy: enter.running, onEnter: (login: string) => enter.run({ body: { login } }) }
  const [guides, others] = [accounts.filter(({ look }) => look), accounts.filter(({ look }) => !look)]
  return (
    <div className="demo-units">
      {guides.length > 0 && (
        <ul className="demo-guides">
          {guides.map(person => (
            <Card key={person.login} login={person.login} {...door}>
              <b>{roleNames(person.roles)}</b>
              <span className="demo-look">{person.look}</span>
              <small className="demo-role">
                {person.unit} {person.name}
              </small>
            </Card>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <details open={guides.length === 0}>
          <summary>其他人员（{others.length}人）</summary>
          {[...Map.groupBy(others, ({ unit }) => unit)].map(([unit, people]) => (
            <section key={unit}>
              <h3>{unit}</h3>
              <ul>
                {people.map(person => (
                  <Card key={person.login} login={person.login} {...door}>
                    <b>{person.name}</b> <span>{person.post}</span>
                    <small className="demo-role">{roleNames(person.roles)}</small>
                  </Card>
                ))}
              </ul>
            </section>
          ))}
        </details>
      )}
    </div>
  )
}

type CardProps = { login: string; busy: boolean; onEnter: (login: string) => void; children: ReactNode }

const Card = ({ login, busy, onEnter, children }: CardProps) => (
  <li>
    <button type="button" disabled={busy} onClick={() => onEnter(login)}>
      {children}
    </button>
  </li>
)

const roleNames = (names: string[]) => names.map(name => (isRole(name) ? roles[name] : name)).join('、')
