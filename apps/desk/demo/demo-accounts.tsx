import { type demoAccounts, demoSignIn } from '#kernel/access/shared/api.ts'
import { isRole, roles } from '#kernel/access/shared/index.ts'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import { useAction } from '#platform/ui/desk/use-action.ts'

type DemoAccount = AnswerOf<typeof demoAccounts>['accounts'][number]

type DemoAccountsProps = { accounts: DemoAccount[]; onSignedIn: () => void }

/** One card per made-up person, gathered by unit, with what the person may do. */
export const DemoAccounts = ({ accounts, onSignedIn }: DemoAccountsProps) => {
  const enter = useAction(demoSignIn, { onDone: onSignedIn, changes: [] })
  return (
    <div className="demo-units">
      {[...Map.groupBy(accounts, account => account.unit)].map(([unit, people]) => (
        <section key={unit}>
          <h3>{unit}</h3>
          <ul>
            {people.map(person => (
              <li key={person.login}>
                <button
                  type="button"
                  disabled={enter.running}
                  onClick={() => enter.run({ body: { login: person.login } })}
                >
                  <b>{person.name}</b> <span>{person.post}</span>
                  <small className="demo-role">{roleNames(person.roles)}</small>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

const roleNames = (names: string[]) => names.map(name => (isRole(name) ? roles[name] : name)).join('、')
