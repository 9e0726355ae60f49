package jp.tsunagu.disposal;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.engine.RefusedException;
import jp.tsunagu.form.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is done on the page 保存と廃棄. What is refused is told there, with everything that was typed. */
@Controller
@RequestMapping(DisposalEntry.ADDRESS)
class DisposalActs {

    private final DisposalDesk desk;
    private final DisposalView view;

    DisposalActs(DisposalDesk desk, DisposalView view) {
        this.desk = desk;
        this.view = view;
    }

    /** Who acts, and where the answer goes. */
    private record Turn(Principal person, Model model, HttpServletResponse answer, RedirectAttributes next) {

        String user() {
            return person.getName();
        }
    }

    @PostMapping("/propose")
    String propose(Typed typed, Principal person, Model model, HttpServletResponse answer, RedirectAttributes next) {
        Turn turn = new Turn(person, model, answer, next);
        return each(
                typed.as("propose"), number -> desk.propose(turn.user(), number), "件の廃棄を提案しました。課長が承認すると消去します。", turn);
    }

    @PostMapping("/approve")
    String approve(Typed typed, Principal person, Model model, HttpServletResponse answer, RedirectAttributes next) {
        Turn turn = new Turn(person, model, answer, next);
        return each(
                typed.as("approve"),
                id -> desk.approve(turn.user(), proposal(id)),
                "件を承認しました。1分ほどで消去し、廃棄証明ができます。",
                turn);
    }

    @PostMapping("/withdraw")
    String withdraw(
            @RequestParam UUID id, Principal person, Model model, HttpServletResponse answer, RedirectAttributes next) {
        Turn turn = new Turn(person, model, answer, next);
        return once(Typed.nothing(), () -> desk.withdraw(turn.user(), id), "廃棄を取りやめました。", turn);
    }

    @PostMapping("/hold")
    String hold(Typed typed, Principal person, Model model, HttpServletResponse answer, RedirectAttributes next) {
        Turn turn = new Turn(person, model, answer, next);
        return once(
                typed.as("hold"),
                () -> desk.hold(turn.user(), typed.caseNumber(), typed.one(HoldGround.class), typed.note()),
                "廃棄を止めました。",
                turn);
    }

    @PostMapping("/release")
    String release(Typed typed, Principal person, Model model, HttpServletResponse answer, RedirectAttributes next) {
        Turn turn = new Turn(person, model, answer, next);
        return once(
                typed.as("release"),
                () -> desk.release(turn.user(), typed.caseNumber(), typed.note()),
                "停止をやめました。",
                turn);
    }

    @PostMapping("/request")
    String request(Typed typed, Principal person, Model model, HttpServletResponse answer, RedirectAttributes next) {
        Turn turn = new Turn(person, model, answer, next);
        return once(
                typed.as("request"),
                () -> desk.request(
                        turn.user(),
                        typed.caseNumber(),
                        typed.one(Ground.class),
                        Wareki.parse(typed.on()).orElse(null),
                        typed.note(),
                        typed.unhindered()),
                "消去の請求を提案しました。課長が承認すると消去します。",
                turn);
    }

    /** What no page of ours sends is answered as what is no longer on the list. */
    private static UUID proposal(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw DisposalDesk.changed();
        }
    }

    /** What was refused stays picked, with its reason; the rest is done. */
    private String each(Typed typed, Consumer<String> act, String done, Turn turn) {
        List<String> refused = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (String one : typed.picked()) {
            try {
                act.accept(one);
            } catch (RefusedException refusal) {
                refused.add(one);
                reasons.add(reason(refusal));
            }
        }
        if (typed.picked().isEmpty()) {
            reasons.add("一覧から選んでください。");
        }
        int through = typed.picked().size() - refused.size();
        if (reasons.isEmpty()) {
            return told(through + done, turn);
        }
        if (through > 0) {
            turn.model().addAttribute("done", through + done);
        }
        return refused(typed.only(refused), reasons.stream().distinct().toList(), turn);
    }

    private String once(Typed typed, Runnable act, String done, Turn turn) {
        try {
            act.run();
            return told(done, turn);
        } catch (RefusedException refusal) {
            return refused(typed, List.of(reason(refusal)), turn);
        }
    }

    private static String reason(RefusedException refused) {
        return refused.refusals().stream().map(Refusal::reason).collect(Collectors.joining());
    }

    private static String told(String done, Turn turn) {
        turn.next().addFlashAttribute("done", done);
        return "redirect:" + DisposalEntry.ADDRESS;
    }

    private String refused(Typed typed, List<String> reasons, Turn turn) {
        turn.answer().setStatus(HttpStatus.BAD_REQUEST.value());
        turn.model().addAttribute("reasons", reasons);
        return view.page(typed, turn.person(), turn.model());
    }
}
