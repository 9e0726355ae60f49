package jp.tsunagu.disposal;

import java.security.Principal;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** 保存と廃棄: the page, and the certificates as papers. */
@Controller
@RequestMapping(DisposalEntry.ADDRESS)
class DisposalPage {

    private final DisposalDesk desk;
    private final DisposalView view;
    private final Certificates certificates;
    private final CertificatePaper paper;

    DisposalPage(DisposalDesk desk, DisposalView view, Certificates certificates, CertificatePaper paper) {
        this.desk = desk;
        this.view = view;
        this.certificates = certificates;
        this.paper = paper;
    }

    @GetMapping
    String show(Principal person, Model model) {
        return view.page(Typed.nothing(), person, model);
    }

    /** 廃棄証明 as PDF. */
    @GetMapping("/certificates/{id}")
    ResponseEntity<byte[]> certificate(@PathVariable UUID id, Principal person) {
        desk.checked(person.getName());
        Certificate of = certificates
                .find(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "この廃棄証明は、見つかりません。"));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("disposal-" + of.caseNumber() + ".pdf")
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(paper.pdf(of));
    }
}
